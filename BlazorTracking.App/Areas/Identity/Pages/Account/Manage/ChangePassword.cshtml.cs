using System.ComponentModel.DataAnnotations;
using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace BlazorTracking.Areas.Identity.Pages.Manage;

public sealed class ChangePasswordModel(AccountManager accounts, AccountSignInManager signIn) : SettingsPageModel(accounts, signIn)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await Accounts.ChangePasswordAsync(Account, Input.OldPassword, Input.NewPassword);
        var isOldWrong = result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch));
        if (!Show(result, isOldWrong ? "Input.OldPassword" : "Input.NewPassword"))
        {
            return Page();
        }

        StatusMessage = "Your password is changed.";
        return RedirectToPage();
    }

    public sealed class Form
    {
        [Display(Name = "Current password")]
        [DataType(DataType.Password)]
        [Required(ErrorMessage = "Enter your current password.")]
        [StringLength(Account.PasswordMaxLength, ErrorMessage = "A password has at most {1} characters.")]
        public string OldPassword { get; set; } = "";

        [Display(Name = "New password")]
        [DataType(DataType.Password)]
        [Required(ErrorMessage = "Choose a password.")]
        [StringLength(Account.PasswordMaxLength, MinimumLength = Account.PasswordMinLength, ErrorMessage = "A password has at least {2} and at most {1} characters.")]
        public string NewPassword { get; set; } = "";
    }
}
