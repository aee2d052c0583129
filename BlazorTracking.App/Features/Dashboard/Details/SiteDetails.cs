using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Details;

/// <summary>All values of a dimension of a site, for who may see the site. Asked on every call.</summary>
public sealed class SiteDetails(SiteAccess access, StatsReader stats, DetailsReader details, TimeProvider clock)
{
    private const int MostSuggestions = 20;

    /// <summary>A page of the dimension's values; null where there is no such site, or the viewer may not see these values of it.</summary>
    public Task<DetailsPage?> ReadAsync(int siteId, DashboardQuery query, Dimension dimension, DetailsView view, CancellationToken cancellationToken) =>
        ReadAsync(siteId, query, dimension, asked => view.At(asked, dimension), cancellationToken);

    /// <summary>The same with a page of the caller's: what <paramref name="page"/> makes of the question.</summary>
    public async Task<DetailsPage?> ReadAsync(int siteId, DashboardQuery query, Dimension dimension, Func<StatsQuery, DetailsQuery> page, CancellationToken cancellationToken) =>
        await ResolveAsync(siteId, query, dimension, cancellationToken) is { } asked ? await details.ReadAsync(page(asked), cancellationToken) : null;

    /// <summary>The most frequent values that contain the text, or are called so; none where the viewer may not see them.</summary>
    public async Task<IReadOnlyList<BreakdownRow>> SuggestAsync(int siteId, DashboardQuery query, Dimension dimension, string text, CancellationToken cancellationToken) =>
        await ResolveAsync(siteId, query, dimension, cancellationToken) is { } asked
            ? await details.SuggestAsync(new DetailsView(text).At(asked, dimension) with { Take = MostSuggestions }, cancellationToken)
            : [];

    private async Task<StatsQuery?> ResolveAsync(int siteId, DashboardQuery query, Dimension dimension, CancellationToken cancellationToken)
    {
        if (await access.FindViewAsync(siteId, cancellationToken) is not { } view || !view.Shows(dimension))
        {
            return null;
        }

        var site = view.Site;
        var zone = site.Zone();
        var firstDate = query.Range.Kind is RangeKind.All ? await stats.ReadFirstDateAsync(site.Id, zone, cancellationToken) : null;
        return new StatsQuery(site.Id, query.Range.Resolve(zone, clock.GetUtcNow(), firstDate), view.Permitted(query.Filters));
    }
}
