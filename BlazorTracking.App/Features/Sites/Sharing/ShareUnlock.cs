using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace BlazorTracking.Features.Sites.Sharing;

/// <summary>Takes the password of a share link and gives the browser a ticket for it. As slow and as limited as a sign-in.</summary>
public sealed class ShareUnlock(SiteAccess access, IPasswordHasher<Account> hasher, HashingGate gate, AttemptLimit limit, ShareLock locks)
{
    public const string PasswordField = "password";
    public const string WrongParameter = "wrong";

    public static async Task<IResult> PostAsync(int siteId, string token, HttpContext context, IAntiforgery antiforgery, ShareUnlock unlock)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return await unlock.OpenAsync(siteId, token, form[PasswordField].ToString(), context);
    }

    private async Task<IResult> OpenAsync(int siteId, string token, string password, HttpContext context)
    {
        if (!limit.TryTake(context.Connection.RemoteIpAddress))
        {
            context.Response.Headers.RetryAfter = "60";
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (await access.FindLinkAsync(siteId, token, context.RequestAborted) is not { } link)
        {
            return Results.NotFound();
        }

        var page = AppUrls.SharedSite(siteId, token);
        if (link.PasswordHash is { } hash)
        {
            if (password.Length > Account.PasswordMaxLength || !await IsRightAsync(hash, password))
            {
                return Results.LocalRedirect($"{page}?{WrongParameter}");
            }

            context.Response.Cookies.Append(ShareLock.CookieName, locks.Issue(link), new CookieOptions
            {
                Path = page,
                HttpOnly = true,
                Secure = context.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                IsEssential = true,
            });
        }

        return Results.LocalRedirect(page);
    }

    private Task<bool> IsRightAsync(string hash, string password) => gate.RunAsync(() =>
        Task.FromResult(hasher.VerifyHashedPassword(new Account(), hash, password) != PasswordVerificationResult.Failed));
}
