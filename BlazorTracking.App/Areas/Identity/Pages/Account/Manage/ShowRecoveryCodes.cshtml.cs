using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace BlazorTracking.Areas.Identity.Pages.Manage;

public sealed class ShowRecoveryCodesModel(AccountManager accounts, AccountSignInManager signIn) : SettingsPageModel(accounts, signIn)
{
    [TempData]
    public string[]? RecoveryCodes { get; set; }

    public IActionResult OnGet() => RecoveryCodes is { Length: > 0 } ? Page() : RedirectToPage("./TwoFactorAuthentication");
}
