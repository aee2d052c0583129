using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace BlazorTracking.Areas.Identity.Pages.Manage;

public sealed class Disable2faModel(AccountManager accounts, AccountSignInManager signIn) : SettingsPageModel(accounts, signIn)
{
    public IActionResult OnGet() => Account.TwoFactorEnabled ? Page() : RedirectToPage("./TwoFactorAuthentication");

    public async Task<IActionResult> OnPostAsync()
    {
        await Accounts.SetTwoFactorEnabledAsync(Account, false);
        StatusMessage = AccountsText.TwoFactorOff;
        return RedirectToPage("./TwoFactorAuthentication");
    }
}
