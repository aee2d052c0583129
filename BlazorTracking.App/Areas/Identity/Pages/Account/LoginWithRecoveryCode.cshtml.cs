using System.ComponentModel.DataAnnotations;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BlazorTracking.Areas.Identity.Pages;

/// <summary>The second step of sign-in for who has lost the authenticator app.</summary>
[AllowAnonymous]
public sealed class LoginWithRecoveryCodeModel(AccountSignInManager signIn) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public string? ReturnUrl { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? returnUrl = null)
    {
        ReturnUrl = returnUrl;
        return await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("./Login", new { returnUrl }) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? returnUrl = null)
    {
        ReturnUrl = returnUrl;
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null)
        {
            return RedirectToPage("./Login", new { returnUrl });
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await signIn.TwoFactorRecoveryCodeSignInAsync(Input.Code.Replace(" ", "", StringComparison.Ordinal));
        if (result.Succeeded)
        {
            Notice.SignedIn.LeaveFor(HttpContext);
            return LocalRedirect(returnUrl ?? AppUrls.Home);
        }

        if (result.IsLockedOut)
        {
            return RedirectToPage("./Lockout");
        }

        ModelState.AddModelError("Input.Code", AccountsText.RecoveryCodeWrong);
        return Page();
    }

    public sealed class Form
    {
        [Display(Name = nameof(AccountsText.RecoveryCode))]
        [Required(ErrorMessage = nameof(AccountsText.RecoveryCodeMissing))]
        [StringLength(40, ErrorMessage = nameof(AccountsText.RecoveryCodeTooLong))]
        public string Code { get; set; } = "";
    }
}
