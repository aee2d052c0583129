using System.ComponentModel.DataAnnotations;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BlazorTracking.Areas.Identity.Pages.Manage;

/// <summary>Deletes the account with everything that belongs to it, after its password was given once more.</summary>
public sealed class DeletePersonalDataModel(AccountManager accounts, AccountSignInManager signIn, PersonalData data) : SettingsPageModel(accounts, signIn)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public int SiteCount { get; private set; }

    public Task<PageResult> OnGetAsync() => FormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await FormAsync();
        }

        var check = await SignInManager.CheckPasswordSignInAsync(Account, Input.Password, lockoutOnFailure: true);
        if (!check.Succeeded)
        {
            ModelState.AddModelError("Input.Password", check.IsLockedOut ? AccountsText.TooManyPasswords : AccountsText.NotYourPassword);
            return await FormAsync();
        }

        // Finished even if the browser goes away now.
        await data.DeleteAsync(Account, CancellationToken.None);
        await SignInManager.SignOutAsync();
        Notice.AccountDeleted.LeaveFor(HttpContext);
        return LocalRedirect(AppUrls.Home);
    }

    private async Task<PageResult> FormAsync()
    {
        SiteCount = await data.CountSitesAsync(Account, HttpContext.RequestAborted);
        return Page();
    }

    public sealed class Form
    {
        [Display(Name = nameof(AccountsText.YourPassword))]
        [DataType(DataType.Password)]
        [Required(ErrorMessage = nameof(AccountsText.PasswordMissing))]
        [StringLength(Account.PasswordMaxLength, ErrorMessage = nameof(AccountsText.PasswordTooLong))]
        public string Password { get; set; } = "";
    }
}
