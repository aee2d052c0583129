using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace BlazorTracking.Areas.Identity.Pages.Manage;

public sealed class ResetAuthenticatorModel(AccountManager accounts, AccountSignInManager signIn) : SettingsPageModel(accounts, signIn)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Accounts.SetTwoFactorEnabledAsync(Account, false);
        await Accounts.ResetAuthenticatorKeyAsync(Account);
        StatusMessage = AccountsText.KeyReplaced;
        return RedirectToPage("./EnableAuthenticator");
    }
}
