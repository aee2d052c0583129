using System.ComponentModel.DataAnnotations;
using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BlazorTracking.Areas.Identity.Pages.Manage;

/// <summary>Shares a key with the person's app; the first right code turns two-factor authentication on.</summary>
public sealed class EnableAuthenticatorModel(AccountManager accounts, AccountSignInManager signIn) : SettingsPageModel(accounts, signIn)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public AuthenticatorSetup Setup { get; private set; } = null!;

    [TempData]
    public string[]? RecoveryCodes { get; set; }

    public Task<PageResult> OnGetAsync() => FormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await FormAsync();
        }

        var code = AuthenticatorSetup.Tidied(Input.Code);
        if (!await Accounts.VerifyTwoFactorTokenAsync(Account, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            ModelState.AddModelError("Input.Code", AccountsText.CodeWrong);
            return await FormAsync();
        }

        await Accounts.SetTwoFactorEnabledAsync(Account, true);
        StatusMessage = AccountsText.AppWorks;
        if (await Accounts.CountRecoveryCodesAsync(Account) > 0)
        {
            return RedirectToPage("./TwoFactorAuthentication");
        }

        RecoveryCodes = [.. await Accounts.GenerateNewTwoFactorRecoveryCodesAsync(Account, TwoFactorAuthenticationModel.RecoveryCodeCount) ?? []];
        return RedirectToPage("./ShowRecoveryCodes");
    }

    private async Task<PageResult> FormAsync()
    {
        if (await Accounts.GetAuthenticatorKeyAsync(Account) is not { Length: > 0 } key)
        {
            await Accounts.ResetAuthenticatorKeyAsync(Account);
            key = (await Accounts.GetAuthenticatorKeyAsync(Account))!;
        }

        Setup = new AuthenticatorSetup(Account.Email!, key);
        return Page();
    }

    public sealed class Form
    {
        [Display(Name = nameof(AccountsText.Code))]
        [Required(ErrorMessage = nameof(AccountsText.CodeMissing))]
        [StringLength(10, ErrorMessage = nameof(AccountsText.CodeLength))]
        public string Code { get; set; } = "";
    }
}
