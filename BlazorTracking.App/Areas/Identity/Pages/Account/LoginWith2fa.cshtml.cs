using System.ComponentModel.DataAnnotations;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BlazorTracking.Areas.Identity.Pages;

/// <summary>The second step of sign-in, after the password was right.</summary>
[AllowAnonymous]
public sealed class LoginWith2faModel(AccountSignInManager signIn) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public string? ReturnUrl { get; private set; }

    public bool RememberMe { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool rememberMe, string? returnUrl = null)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null)
        {
            return RedirectToPage("./Login", new { returnUrl });
        }

        return Form2fa(rememberMe, returnUrl);
    }

    public async Task<IActionResult> OnPostAsync(bool rememberMe, string? returnUrl = null)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null)
        {
            return RedirectToPage("./Login", new { returnUrl });
        }

        if (!ModelState.IsValid)
        {
            return Form2fa(rememberMe, returnUrl);
        }

        var result = await signIn.TwoFactorAuthenticatorSignInAsync(AuthenticatorSetup.Tidied(Input.Code), rememberMe, Input.RememberMachine);
        if (result.Succeeded)
        {
            Notice.SignedIn.LeaveFor(HttpContext);
            return LocalRedirect(returnUrl ?? AppUrls.Home);
        }

        if (result.IsLockedOut)
        {
            return RedirectToPage("./Lockout");
        }

        ModelState.AddModelError("Input.Code", AccountsText.CodeWrong);
        return Form2fa(rememberMe, returnUrl);
    }

    private PageResult Form2fa(bool rememberMe, string? returnUrl)
    {
        (RememberMe, ReturnUrl) = (rememberMe, returnUrl);
        return Page();
    }

    public sealed class Form
    {
        [Display(Name = nameof(AccountsText.Code))]
        [Required(ErrorMessage = nameof(AccountsText.CodeMissing))]
        [StringLength(10, ErrorMessage = nameof(AccountsText.CodeLength))]
        public string Code { get; set; } = "";

        public bool RememberMachine { get; set; }
    }
}
