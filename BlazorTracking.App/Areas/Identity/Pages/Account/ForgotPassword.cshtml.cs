using System.ComponentModel.DataAnnotations;
using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BlazorTracking.Areas.Identity.Pages;

/// <summary>Mails a link for a new password. The answer is the same whether the account exists or not.</summary>
[AllowAnonymous]
public sealed class ForgotPasswordModel(AccountManager accounts, LinkMail mail) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await accounts.FindByEmailAsync(Input.Email.Trim()) is { } account)
        {
            var token = await accounts.GeneratePasswordResetTokenAsync(account);
            await mail.SendAsync(Request, account.Email!, AccountsText.ResetSubject, "/Account/ResetPassword", token);
        }

        return RedirectToPage("./ForgotPasswordConfirmation");
    }

    public sealed class Form
    {
        [Display(Name = nameof(AccountsText.Email))]
        [Required(ErrorMessage = nameof(AccountsText.EmailMissing))]
        [StringLength(256, ErrorMessage = nameof(AccountsText.EmailTooLong))]
        public string Email { get; set; } = "";
    }
}
