using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Encodings.Web;
using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Identity.UI.Services;
using Microsoft.AspNetCore.Mvc;

namespace BlazorTracking.Areas.Identity.Pages.Manage;

/// <summary>Changes or confirms the e-mail, by a link that is mailed to it.</summary>
public sealed class EmailModel(AccountManager accounts, AccountSignInManager signIn, IEmailSender mail) : SettingsPageModel(accounts, signIn)
{
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
        await SendAsync(email, "/Account/ConfirmEmailChange", new { area = "Identity", userId = Account.Id, email, code = Encode(token) });
        StatusMessage = "A confirmation link is on its way to the new e-mail.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostSendVerificationEmailAsync()
    {
        var token = await Accounts.GenerateEmailConfirmationTokenAsync(Account);
        await SendAsync(Email, "/Account/ConfirmEmail", new { area = "Identity", userId = Account.Id, code = Encode(token) });
        StatusMessage = "A confirmation link is on its way.";
        return RedirectToPage();
    }

    private static string Encode(string token) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token));

    private Task SendAsync(string email, string page, object values)
    {
        var link = Url.Page(page, pageHandler: null, values, Request.Scheme)!;
        return mail.SendEmailAsync(email, "Confirm your e-mail", $"<a href=\"{HtmlEncoder.Default.Encode(link)}\">Confirm your e-mail for BlazorTracking</a>.");
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
