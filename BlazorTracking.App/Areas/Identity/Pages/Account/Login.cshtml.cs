using System.ComponentModel.DataAnnotations;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BlazorTracking.Areas.Identity.Pages;

/// <summary>
/// Sign-in. An unknown e-mail, a wrong password and a locked account get one answer, so that it does not tell which
/// accounts exist.
/// </summary>
[AllowAnonymous]
public sealed class LoginModel(AccountSignInManager signIn, Registration registration) : PageModel
{
    public static string Failure => AccountsText.SignInFailed;

    [BindProperty]
    public Form Input { get; set; } = new();

    public string? ReturnUrl { get; private set; }

    public bool RegistrationIsOpen { get; private set; }

    /// <summary>A way back is known only where somebody was sent here from a page that needs an account.</summary>
    public bool CameFromProtectedPage => ReturnUrl is not (null or AppUrls.Home) && HttpMethods.IsGet(Request.Method);

    public async Task<IActionResult> OnGetAsync(string? returnUrl = null)
    {
        if (signIn.IsSignedIn(User))
        {
            return LocalRedirect(returnUrl ?? AppUrls.Home);
        }

        return await FormAsync(returnUrl);
    }

    public async Task<IActionResult> OnPostAsync(string? returnUrl = null)
    {
        if (!ModelState.IsValid)
        {
            return await FormAsync(returnUrl);
        }

        var result = await signIn.PasswordSignInAsync(Input.Email.Trim(), Input.Password, Input.RememberMe, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
        {
            return RedirectToPage("./LoginWith2fa", new { returnUrl, rememberMe = Input.RememberMe });
        }

        if (!result.Succeeded)
        {
            ModelState.AddModelError("Input.Password", Failure);
            return await FormAsync(returnUrl);
        }

        Notice.SignedIn.LeaveFor(HttpContext);
        return LocalRedirect(returnUrl ?? AppUrls.Home);
    }

    private async Task<PageResult> FormAsync(string? returnUrl)
    {
        ReturnUrl = returnUrl;
        RegistrationIsOpen = await registration.IsOpenAsync(HttpContext.RequestAborted);
        return Page();
    }

    public sealed class Form
    {
        [Display(Name = nameof(AccountsText.Email))]
        [Required(ErrorMessage = nameof(AccountsText.EmailMissing))]
        [StringLength(256, ErrorMessage = nameof(AccountsText.EmailTooLong))]
        public string Email { get; set; } = "";

        [Display(Name = nameof(AccountsText.Password))]
        [DataType(DataType.Password)]
        [Required(ErrorMessage = nameof(AccountsText.PasswordMissing))]
        [StringLength(Account.PasswordMaxLength, ErrorMessage = nameof(AccountsText.PasswordTooLong))]
        public string Password { get; set; } = "";

        public bool RememberMe { get; set; }
    }
}
