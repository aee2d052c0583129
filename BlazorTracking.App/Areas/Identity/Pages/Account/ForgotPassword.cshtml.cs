using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Encodings.Web;
using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity.UI.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BlazorTracking.Areas.Identity.Pages;

/// <summary>Mails a link for a new password. The answer is the same whether the account exists or not.</summary>
[AllowAnonymous]
public sealed class ForgotPasswordModel(AccountManager accounts, IEmailSender mail) : PageModel
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
            var code = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token));
            var link = Url.Page("/Account/ResetPassword", pageHandler: null, new { area = "Identity", code }, Request.Scheme)!;
            await mail.SendEmailAsync(
                account.Email!,
                "Choose a new password",
                $"<a href=\"{HtmlEncoder.Default.Encode(link)}\">Choose a new password for BlazorTracking</a>. If you did not ask for it, do nothing.");
        }

        return RedirectToPage("./ForgotPasswordConfirmation");
    }

    public sealed class Form
    {
        [Display(Name = "E-mail")]
        [Required(ErrorMessage = "Enter your e-mail.")]
        [StringLength(256)]
        public string Email { get; set; } = "";
    }
}
