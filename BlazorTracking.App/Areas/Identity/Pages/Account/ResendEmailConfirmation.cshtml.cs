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
                Request, account.Email!, "Confirm your e-mail for BlazorTracking", "/Account/ConfirmEmail", token, new { userId = account.Id });
        }

        StatusMessage = "If this e-mail has an account and is not confirmed yet, a link is on its way.";
        return RedirectToPage();
    }

    public sealed class Form
    {
        [Display(Name = "E-mail")]
        [Required(ErrorMessage = "Enter your e-mail.")]
        [StringLength(256)]
        public string Email { get; set; } = "";
    }
}
