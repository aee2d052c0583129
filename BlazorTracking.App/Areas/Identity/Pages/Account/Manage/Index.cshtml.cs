using System.ComponentModel.DataAnnotations;
using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace BlazorTracking.Areas.Identity.Pages.Manage;

public sealed class IndexModel(AccountManager accounts, AccountSignInManager signIn) : SettingsPageModel(accounts, signIn)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public void OnGet() => Input.DisplayName = Account.DisplayName;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        Account.DisplayName = Input.DisplayName?.Trim() ?? "";
        if (!Show(await Accounts.UpdateAsync(Account), "Input.DisplayName"))
        {
            return Page();
        }

        // The name is a claim of the session.
        await SignInManager.RefreshSignInAsync(Account);
        StatusMessage = AccountsText.ProfileSaved;
        return RedirectToPage();
    }

    public sealed class Form
    {
        [Display(Name = nameof(AccountsText.DisplayName))]
        [StringLength(Account.DisplayNameMaxLength, ErrorMessage = nameof(AccountsText.DisplayNameTooLong))]
        [RegularExpression(@"\P{Cc}*", ErrorMessage = nameof(AccountsText.DisplayNameControl))]
        public string? DisplayName { get; set; }
    }
}
