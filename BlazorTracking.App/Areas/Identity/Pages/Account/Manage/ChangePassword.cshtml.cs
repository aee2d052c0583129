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

        StatusMessage = AccountsText.PasswordChanged;
        return RedirectToPage();
    }

    public sealed class Form
    {
        [Display(Name = nameof(AccountsText.CurrentPassword))]
        [DataType(DataType.Password)]
        [Required(ErrorMessage = nameof(AccountsText.CurrentPasswordMissing))]
        [StringLength(Account.PasswordMaxLength, ErrorMessage = nameof(AccountsText.PasswordTooLong))]
        public string OldPassword { get; set; } = "";

        [Display(Name = nameof(AccountsText.NewPassword))]
        [DataType(DataType.Password)]
        [Required(ErrorMessage = nameof(AccountsText.NewPasswordMissing))]
        [StringLength(Account.PasswordMaxLength, MinimumLength = Account.PasswordMinLength, ErrorMessage = nameof(AccountsText.PasswordLength))]
        public string NewPassword { get; set; } = "";
    }
}
