using BlazorTracking.Features.Visitors.Referrals;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace BlazorTracking.Features.Visitors;

/// <summary>
/// Tells who sent a visitor, from the page's URL and its referrer. Most visits of a site come by a few ways: what was
/// told of each is remembered.
/// </summary>
public static class ReferralReader
{
    private const int Capacity = 10_000;

    // What is longer was made for one visitor, or up.
    private const int LongestRemembered = 300;

    private static readonly BoundedCache<Way, Referral> _known = new(Capacity, Tell);

    // What names the source, the first that is there.
    private static readonly string[] _sourceParameters = ["utm_source", "source", "ref"];

    /// <param name="pageHost">The host of the visited page.</param>
    /// <param name="pageQuery">The query of the visited page's URL, without the question mark.</param>
    /// <param name="referrer">As the browser gave it; anything that is no http(s) or android-app URL counts as none.</param>
    /// <param name="siteHost">The host of the site's own URL: neither it nor the page's host is a referrer.</param>
    public static Referral Read(string pageHost, string pageQuery, string? referrer, string siteHost)
    {
        var way = new Way(pageHost, pageQuery, referrer ?? "", siteHost);
        return way.Length > LongestRemembered ? Tell(way) : _known[way];
    }

    private static Referral Tell(Way way)
    {
        var query = new PageQuery(way.PageQuery);
        var from = Referrer(way.Referrer, way.PageHost, way.SiteHost);
        var host = from is null ? "" : Host(from);
        var tag = query.IsEmpty ? "" : Array.ConvertAll(_sourceParameters, query.Value).FirstOrDefault(value => value is not "", "");
        var click = query.IsEmpty ? null : ClickId.All.FirstOrDefault(click => query.Has(click.Parameter));

        var byHost = host is "" ? null : SourceTable.ByHost(host);
        var byClick = click is null ? null : SourceTable.ByTag(click.Source);
        var known = tag is not "" ? SourceTable.ByTag(tag) : byHost ?? (host is "" ? byClick : null);
        var name = known?.Name ?? (tag is not "" ? tag : host);
        var medium = query.Value("utm_medium");

        return new Referral(
            host,
            from is null ? "" : BoundedText.Cut(Path(from), Referral.PathMaxLength).TrimEnd(' '),
            name,
            ChannelRules.Choose(
                (known ?? byHost ?? byClick)?.Kind ?? SourceKind.Unknown,
                tag.ToLowerInvariant(),
                medium.ToLowerInvariant(),
                click is { IsPaid: true },
                host is not "",
                isTagged: tag is not "" || medium is not "" || query.Value("utm_campaign") is not ""),
            query.Value("utm_source"),
            medium,
            query.Value("utm_campaign"),
            query.Value("utm_content"),
            query.Value("utm_term"));
    }

    /// <summary>A host as it is stored: lower case, ASCII, without <c>www.</c> and a final dot.</summary>
    internal static string Host(Uri url) =>
        BoundedText.Clean(Plain(url.IdnHost), Referral.HostMaxLength);

    private static string Plain(string host) => SourceTable.WithoutWww(host.ToLowerInvariant().TrimEnd('.'));

    /// <summary>The path as the browser wrote it: <see cref="Uri"/> would escape and shorten it.</summary>
    private static string Path(Uri url) => PageAddress.Read(url.OriginalString)?.Path ?? url.AbsolutePath;

    private static Uri? Referrer(string text, string pageHost, string siteHost)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var referrer)
            || referrer.Scheme is not ("http" or "https" or "android-app"))
        {
            return null;
        }

        var host = Host(referrer);
        var own = Plain(siteHost);
        var isOwn = host == Plain(pageHost) || host == own || SourceTable.WithoutWww(referrer.Host.ToLowerInvariant()) == own;
        return host is "" || isOwn ? null : referrer;
    }

    private readonly record struct Way(string PageHost, string PageQuery, string Referrer, string SiteHost)
    {
        public int Length => PageHost.Length + PageQuery.Length + Referrer.Length + SiteHost.Length;
    }

    /// <summary>The parameters of a page's URL, by name in any case.</summary>
    private readonly struct PageQuery(string query)
    {
        private readonly Dictionary<string, StringValues>? _values = query.Length == 0 ? null : QueryHelpers.ParseQuery(query);

        public bool IsEmpty => _values is null;

        public bool Has(string name) => Value(name) is not "";

        public string Value(string name) =>
            _values is not null && _values.TryGetValue(name, out var values) ? BoundedText.Clean(values[0], Referral.UtmMaxLength) : "";
    }
}
