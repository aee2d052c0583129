using System.Globalization;
using BlazorTracking.Features.Stats;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;

namespace BlazorTracking.Features.Sites.Sharing;

/// <summary>
/// How many visitors are on a site now, as a picture for other pages: of a public site, or by a share link without a
/// password. Counted once in ten seconds a site, however often it is asked for.
/// </summary>
public sealed class LiveBadge(StatsReader stats, TimeProvider clock) : IDisposable
{
    public const string ThemeParameter = "theme";
    public const string LanguageParameter = "lang";

    private static readonly TimeSpan _lifetime = TimeSpan.FromSeconds(10);

    // Only sites that may be seen are counted.
    private readonly MemoryCache _counts = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public static Task<IResult> GetPublicAsync(int siteId, HttpContext context, SiteAccess access, Viewer viewer, LiveBadge badge, BadgeLimit limit)
    {
        viewer.Pass = Pass.Public;
        return badge.GetAsync(siteId, context, access, limit);
    }

    public static Task<IResult> GetSharedAsync(int siteId, string token, HttpContext context, SiteAccess access, Viewer viewer, LiveBadge badge, BadgeLimit limit)
    {
        (viewer.Pass, viewer.Ticket) = (Pass.Link(token), ShareLock.TicketOf(context.Request));
        return badge.GetAsync(siteId, context, access, limit);
    }

    public void Dispose() => _counts.Dispose();

    private async Task<IResult> GetAsync(int siteId, HttpContext context, SiteAccess access, BadgeLimit limit)
    {
        if (!limit.TryTake(context.Connection.RemoteIpAddress))
        {
            context.Response.Headers.RetryAfter = "60";
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (await access.FindViewAsync(siteId, context.RequestAborted) is not { } view)
        {
            return Results.NotFound();
        }

        var count = await CountAsync(view.Site.Id, context.RequestAborted);
        var headers = context.Response.Headers;
        headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={_lifetime.TotalSeconds:0}");
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.Text(Draw(count, context), "image/svg+xml");
    }

    // In the language that its address names, for proxies that fetch it without the reader's, else in the reader's.
    private static string Draw(int count, HttpContext context)
    {
        var isDark = context.Request.Query[ThemeParameter] == "dark";
        if (Language.Find(context.Request.Query[LanguageParameter]) is { } language)
        {
            context.Response.Headers.ContentLanguage = language.Code;
            return language.Write(() => BadgePicture.Of(count, isDark));
        }

        context.Response.Headers.Vary = new[] { HeaderNames.AcceptLanguage, HeaderNames.Cookie };
        return BadgePicture.Of(count, isDark);
    }

    private Task<int> CountAsync(int siteId, CancellationToken cancellationToken) => _counts.GetOrCreateAsync(siteId, async entry =>
    {
        entry.SetSize(1).SetAbsoluteExpiration(_lifetime);
        var online = await stats.ReadOnlineVisitorsAsync(siteId, cancellationToken);
        return online.At(clock.GetUtcNow()).Visitors;
    });
}
