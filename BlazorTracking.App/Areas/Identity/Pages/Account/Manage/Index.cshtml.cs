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
        StatusMessage = "Your profile is saved.";
        return RedirectToPage();
    }

    public sealed class Form
    {
        [Display(Name = "Display name")]
        [StringLength(Account.DisplayNameMaxLength, ErrorMessage = "A display name has at most {1} characters.")]
        [RegularExpression(@"\P{Cc}*", ErrorMessage = "A display name has no control characters.")]
        public string? DisplayName { get; set; }
    }
}
