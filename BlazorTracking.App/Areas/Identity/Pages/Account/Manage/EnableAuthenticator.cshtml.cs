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
            ModelState.AddModelError("Input.Code", "This code is not right, or was used already. Wait for the next one.");
            return await FormAsync();
        }

        await Accounts.SetTwoFactorEnabledAsync(Account, true);
        StatusMessage = "Your authenticator app works. Two-factor authentication is on.";
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
        [Display(Name = "Code")]
        [Required(ErrorMessage = "Enter the code.")]
        [StringLength(10, ErrorMessage = "A code has six digits.")]
        public string Code { get; set; } = "";
    }
}
