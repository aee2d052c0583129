using System.ComponentModel.DataAnnotations;
using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BlazorTracking.Areas.Identity.Pages;

/// <summary>Mails the confirmation link again. The answer is the same whether the account exists or not.</summary>
[AllowAnonymous]
public sealed class ResendEmailConfirmationModel(AccountManager accounts, LinkMail mail) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await accounts.FindByEmailAsync(Input.Email.Trim()) is { EmailConfirmed: false } account)
        {
            var token = await accounts.GenerateEmailConfirmationTokenAsync(account);
            await mail.SendAsync(
                Request, account.Email!, AccountsText.ConfirmSubject, "/Account/ConfirmEmail", token, new { userId = account.Id });
        }

        StatusMessage = AccountsText.ConfirmationSent;
        return RedirectToPage();
    }

    public sealed class Form
    {
        [Display(Name = nameof(AccountsText.Email))]
        [Required(ErrorMessage = nameof(AccountsText.EmailMissing))]
        [StringLength(256, ErrorMessage = nameof(AccountsText.EmailTooLong))]
        public string Email { get; set; } = "";
    }
}
