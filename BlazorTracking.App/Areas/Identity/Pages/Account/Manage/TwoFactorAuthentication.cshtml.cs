using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace BlazorTracking.Areas.Identity.Pages.Manage;

public sealed class TwoFactorAuthenticationModel(AccountManager accounts, AccountSignInManager signIn) : SettingsPageModel(accounts, signIn)
{
    public const int RecoveryCodeCount = 10;

    public bool IsOn { get; private set; }

    public int RecoveryCodesLeft { get; private set; }

    public bool IsMachineRemembered { get; private set; }

    public async Task OnGetAsync()
    {
        IsOn = Account.TwoFactorEnabled;
        RecoveryCodesLeft = await Accounts.CountRecoveryCodesAsync(Account);
        IsMachineRemembered = await SignInManager.IsTwoFactorClientRememberedAsync(Account);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await SignInManager.ForgetTwoFactorClientAsync();
        StatusMessage = AccountsText.BrowserForgotten;
        return RedirectToPage();
    }
}
