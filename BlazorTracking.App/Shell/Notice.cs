namespace BlazorTracking.Shell;

/// <summary>A sentence that the next page says once.</summary>
public enum Notice
{
    SignedIn,
    SignedOut,
    Registered,
    RegistrationReceived,
    PasswordReset,
    AccountDeleted,
}

/// <summary>Carries a notice over a redirect in a cookie, which holds the notice's name and no text.</summary>
public static class NoticeCookie
{
    private const string Name = "notice";

    public static void LeaveFor(this Notice notice, HttpContext context) =>
        context.Response.Cookies.Append(Name, notice.ToString(), Options(TimeSpan.FromMinutes(1)));

    /// <summary>The notice that was left for this page. It stays when the page turns out to be another redirect.</summary>
    public static Notice? Take(HttpContext context)
    {
        if (!Enum.TryParse<Notice>(context.Request.Cookies[Name], out var notice) || !Enum.IsDefined(notice))
        {
            return null;
        }

        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode is < StatusCodes.Status300MultipleChoices or >= StatusCodes.Status400BadRequest)
            {
                context.Response.Cookies.Append(Name, "", Options(TimeSpan.Zero));
            }

            return Task.CompletedTask;
        });
        return notice;
    }

    private static CookieOptions Options(TimeSpan maxAge) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = maxAge, Path = "/", IsEssential = true };
}
