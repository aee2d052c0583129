using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Text;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BlazorTracking.Areas.Identity.Pages;

/// <summary>Sets a new password with a mailed code. An unknown e-mail and a wrong code get one answer.</summary>
[AllowAnonymous]
public sealed class ResetPasswordModel(AccountManager accounts) : PageModel
{
    public static string Failure => AccountsText.ResetLinkInvalid;

    [BindProperty]
    public Form Input { get; set; } = new();

    public IActionResult OnGet(string? code = null)
    {
        if (string.IsNullOrEmpty(code))
        {
            return RedirectToPage("./ForgotPassword");
        }

        Input = new Form { Code = code };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var errors = await ResetAsync();
        foreach (var error in errors)
        {
            var isAboutLink = error.Code == nameof(IdentityErrorDescriber.InvalidToken);
            ModelState.AddModelError(isAboutLink ? "" : "Input.Password", isAboutLink ? Failure : error.Description);
        }

        if (errors.Count > 0)
        {
            return Page();
        }

        Notice.PasswordReset.LeaveFor(HttpContext);
        return RedirectToPage("./Login");
    }

    private async Task<IReadOnlyList<IdentityError>> ResetAsync()
    {
        if (!Base64Url.IsValid(Input.Code) || await accounts.FindByEmailAsync(Input.Email.Trim()) is not { } account)
        {
            return [accounts.ErrorDescriber.InvalidToken()];
        }

        var token = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(Input.Code));
        return [.. (await accounts.ResetPasswordAsync(account, token, Input.Password)).Errors];
    }

    public sealed class Form
    {
        public string Code { get; set; } = "";

        [Display(Name = nameof(AccountsText.Email))]
        [Required(ErrorMessage = nameof(AccountsText.EmailMissing))]
        [StringLength(256, ErrorMessage = nameof(AccountsText.EmailTooLong))]
        public string Email { get; set; } = "";

        [Display(Name = nameof(AccountsText.NewPassword))]
        [DataType(DataType.Password)]
        [Required(ErrorMessage = nameof(AccountsText.NewPasswordMissing))]
        [StringLength(Account.PasswordMaxLength, MinimumLength = Account.PasswordMinLength, ErrorMessage = nameof(AccountsText.PasswordLength))]
        public string Password { get; set; } = "";
    }
}
