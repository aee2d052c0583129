using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace BlazorTracking.Areas.Identity.Pages.Manage;

public sealed class GenerateRecoveryCodesModel(AccountManager accounts, AccountSignInManager signIn) : SettingsPageModel(accounts, signIn)
{
    [TempData]
    public string[]? RecoveryCodes { get; set; }

    public IActionResult OnGet() => Account.TwoFactorEnabled ? Page() : RedirectToPage("./TwoFactorAuthentication");

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Account.TwoFactorEnabled)
        {
            return RedirectToPage("./TwoFactorAuthentication");
        }

        RecoveryCodes = [.. await Accounts.GenerateNewTwoFactorRecoveryCodesAsync(Account, TwoFactorAuthenticationModel.RecoveryCodeCount) ?? []];
        StatusMessage = AccountsText.CodesReplaced;
        return RedirectToPage("./ShowRecoveryCodes");
    }
}
