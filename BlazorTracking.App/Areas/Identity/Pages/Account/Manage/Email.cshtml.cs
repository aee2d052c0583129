using System.ComponentModel.DataAnnotations;
using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace BlazorTracking.Areas.Identity.Pages.Manage;

/// <summary>Changes or confirms the e-mail, by a link that is mailed to it.</summary>
public sealed class EmailModel(AccountManager accounts, AccountSignInManager signIn, LinkMail mail) : SettingsPageModel(accounts, signIn)
{
    private static string Subject => AccountsText.ConfirmSubject;

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
            StatusMessage = AccountsText.EmailUnchanged;
            return RedirectToPage();
        }

        var token = await Accounts.GenerateChangeEmailTokenAsync(Account, email);
        await mail.SendAsync(Request, email, Subject, "/Account/ConfirmEmailChange", token, new { userId = Account.Id, email });
        StatusMessage = AccountsText.NewEmailLinkSent;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostSendVerificationEmailAsync()
    {
        var token = await Accounts.GenerateEmailConfirmationTokenAsync(Account);
        await mail.SendAsync(Request, Email, Subject, "/Account/ConfirmEmail", token, new { userId = Account.Id });
        StatusMessage = AccountsText.LinkSent;
        return RedirectToPage();
    }

    public sealed class Form
    {
        [Display(Name = nameof(AccountsText.NewEmail))]
        [Required(ErrorMessage = nameof(AccountsText.NewEmailMissing))]
        [StringLength(Account.EmailMaxLength, ErrorMessage = nameof(AccountsText.EmailTooLong))]
        [RegularExpression(Account.EmailPattern, ErrorMessage = nameof(AccountsText.EmailInvalid))]
        public string NewEmail { get; set; } = "";
    }
}
