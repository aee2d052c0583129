using BlazorTracking.Features.Accounts;
using BlazorTracking.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BlazorTracking.Areas.Identity.Pages;

/// <summary>Sign-out, by POST only: a link or an image of another site signs nobody out.</summary>
[AllowAnonymous]
public sealed class LogoutModel(AccountSignInManager signIn) : PageModel
{
    public IActionResult OnGet() => signIn.IsSignedIn(User) ? Page() : LocalRedirect(AppUrls.Home);

    public async Task<IActionResult> OnPostAsync(string? returnUrl = null)
    {
        await signIn.SignOutAsync();
        Notice.SignedOut.LeaveFor(HttpContext);
        return LocalRedirect(returnUrl ?? AppUrls.Home);
    }
}
