using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BlazorTracking.Areas.Identity.Pages.Manage;

/// <summary>
/// A page of the account's settings: the signed-in account is at hand, and this browser stays signed in when what the
/// page does changes the security stamp (all others are signed out).
/// </summary>
[Authorize]
public abstract class SettingsPageModel(AccountManager accounts, AccountSignInManager signIn) : PageModel
{
    /// <summary>Said once, on the next page.</summary>
    [TempData]
    public string? StatusMessage { get; set; }

    protected AccountManager Accounts => accounts;

    protected AccountSignInManager SignInManager => signIn;

    protected Account Account { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await accounts.GetUserAsync(User) is not { } account)
        {
            await signIn.SignOutAsync();
            context.Result = LocalRedirect(AppUrls.SignIn);
            return;
        }

        Account = account;
        var stamp = account.SecurityStamp;
        var executed = await next();
        if (executed.Exception is null && account.SecurityStamp != stamp)
        {
            await signIn.RefreshSignInAsync(account);
        }
    }

    /// <summary>Puts the errors beside the field; false when there are any.</summary>
    protected bool Show(IdentityResult result, string field)
    {
        foreach (var error in result.Errors)
        {
            ModelState.AddModelError(field, error.Description);
        }

        return result.Succeeded;
    }
}
