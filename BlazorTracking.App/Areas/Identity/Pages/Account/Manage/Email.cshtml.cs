using System.ComponentModel.DataAnnotations;
using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace BlazorTracking.Areas.Identity.Pages.Manage;

/// <summary>Changes or confirms the e-mail, by a link that is mailed to it.</summary>
public sealed class EmailModel(AccountManager accounts, AccountSignInManager signIn, LinkMail mail) : SettingsPageModel(accounts, signIn)
{
    private const string Subject = "Confirm your e-mail for BlazorTracking";

    [BindProperty]
    public Form Input { get; set; } = new();

    public string Email => Account.Email!;

    public bool IsConfirmed => Account.EmailConfirmed;

    public void OnGet() => Input.NewEmail = Email;

    public async Task<IActionResult> OnPostChangeEmailAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var email = Input.NewEmail.Trim();
        if (email == Email)
        {
            StatusMessage = "Your e-mail is unchanged.";
            return RedirectToPage();
        }

        var token = await Accounts.GenerateChangeEmailTokenAsync(Account, email);
        await mail.SendAsync(Request, email, Subject, "/Account/ConfirmEmailChange", token, new { userId = Account.Id, email });
        StatusMessage = "A confirmation link is on its way to the new e-mail.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostSendVerificationEmailAsync()
    {
        var token = await Accounts.GenerateEmailConfirmationTokenAsync(Account);
        await mail.SendAsync(Request, Email, Subject, "/Account/ConfirmEmail", token, new { userId = Account.Id });
        StatusMessage = "A confirmation link is on its way.";
        return RedirectToPage();
    }

    public sealed class Form
    {
        [Display(Name = "New e-mail")]
        [Required(ErrorMessage = "Enter an e-mail.")]
        [StringLength(Account.EmailMaxLength, ErrorMessage = "An e-mail has at most {1} characters.")]
        [RegularExpression(Account.EmailPattern, ErrorMessage = "This is not an e-mail address.")]
        public string NewEmail { get; set; } = "";
    }
}
