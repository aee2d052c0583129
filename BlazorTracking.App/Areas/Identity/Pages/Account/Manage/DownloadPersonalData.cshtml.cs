using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace BlazorTracking.Areas.Identity.Pages.Manage;

/// <summary>The personal data as a file.</summary>
public sealed class DownloadPersonalDataModel(AccountManager accounts, AccountSignInManager signIn, PersonalData data) : SettingsPageModel(accounts, signIn)
{
    public IActionResult OnGet() => RedirectToPage("./PersonalData");

    public async Task<IActionResult> OnPostAsync()
    {
        Response.Headers.CacheControl = "no-store";
        return File(await data.ExportAsync(Account, HttpContext.RequestAborted), "application/json", "blazortracking-personal-data.json");
    }
}
