using System.ComponentModel.DataAnnotations;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BlazorTracking.Areas.Identity.Pages;

/// <summary>
/// Registration. A newcomer is signed in at once. For an e-mail that has an account already, the given password is
/// tried as at sign-in; when it is not right, the answer leads to sign-in with a sentence that holds either way
/// (docs/decisions/0010-registration-answer.md).
/// </summary>
[AllowAnonymous]
public sealed class RegisterModel(AccountSignInManager signIn, Registration registration) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public string? ReturnUrl { get; private set; }

    public bool IsOpen { get; private set; }

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
        if (!ModelState.IsValid || !await registration.IsOpenAsync(HttpContext.RequestAborted))
        {
            return await FormAsync(returnUrl);
        }

        var outcome = await registration.RegisterAsync(Input.DisplayName ?? "", Input.Email.Trim(), Input.Password);
        if (outcome.IsTaken)
        {
            return await TrySignInAsync(returnUrl);
        }

        foreach (var error in outcome.Errors)
        {
            ModelState.AddModelError(error.Code.StartsWith("Email", StringComparison.Ordinal) ? "Input.Email" : "Input.Password", error.Description);
        }

        if (outcome.Errors.Count > 0)
        {
            return await FormAsync(returnUrl);
        }

        await signIn.SignInAsync(outcome.Account, isPersistent: false);
        Notice.Registered.LeaveFor(HttpContext);
        return LocalRedirect(returnUrl ?? AppUrls.Home);
    }

    private async Task<IActionResult> TrySignInAsync(string? returnUrl)
    {
        var result = await signIn.PasswordSignInAsync(Input.Email.Trim(), Input.Password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            Notice.Registered.LeaveFor(HttpContext);
            return LocalRedirect(returnUrl ?? AppUrls.Home);
        }

        if (result.RequiresTwoFactor)
        {
            return RedirectToPage("./LoginWith2fa", new { returnUrl });
        }

        Notice.RegistrationReceived.LeaveFor(HttpContext);
        return RedirectToPage("./Login", new { returnUrl });
    }

    private async Task<PageResult> FormAsync(string? returnUrl)
    {
        ReturnUrl = returnUrl;
        IsOpen = await registration.IsOpenAsync(HttpContext.RequestAborted);
        return Page();
    }

    public sealed class Form
    {
        [Display(Name = nameof(AccountsText.DisplayName))]
        [StringLength(Account.DisplayNameMaxLength, ErrorMessage = nameof(AccountsText.DisplayNameTooLong))]
        [RegularExpression(@"\P{Cc}*", ErrorMessage = nameof(AccountsText.DisplayNameControl))]
        public string? DisplayName { get; set; }

        [Display(Name = nameof(AccountsText.Email))]
        [Required(ErrorMessage = nameof(AccountsText.EmailMissing))]
        [StringLength(Account.EmailMaxLength, ErrorMessage = nameof(AccountsText.EmailTooLong))]
        [RegularExpression(Account.EmailPattern, ErrorMessage = nameof(AccountsText.EmailInvalid))]
        public string Email { get; set; } = "";

        [Display(Name = nameof(AccountsText.Password))]
        [DataType(DataType.Password)]
        [Required(ErrorMessage = nameof(AccountsText.NewPasswordMissing))]
        [StringLength(
            Account.PasswordMaxLength,
            MinimumLength = Account.PasswordMinLength,
            ErrorMessage = nameof(AccountsText.PasswordLength))]
        public string Password { get; set; } = "";
    }
}
