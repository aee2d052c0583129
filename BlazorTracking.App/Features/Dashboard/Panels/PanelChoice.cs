using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>
/// Which list each panel shows, as the URL says it: <c>list=entryPage&amp;list=city</c>, by <see cref="PanelList.Key"/>. A panel
/// that is not named shows its first list, or what it is made of where the filters ask for one value of it: the sources of a
/// channel. What cannot be read is left out.
/// </summary>
public sealed record PanelChoice
{
    public const string Parameter = "list";

    // One of a panel at most, in the order of the panels.
    private readonly IReadOnlyList<PanelList> _chosen;

    private PanelChoice(IReadOnlyList<PanelList> chosen) => _chosen = chosen;

    /// <summary>Nothing was chosen.</summary>
    public static PanelChoice None { get; } = new([]);

    /// <summary>Reads the query parameter. Of several lists of a panel the first counts.</summary>
    public static PanelChoice Parse(IReadOnlyList<string?> keys) =>
        Of(panel => keys.Select(key => panel.Lists.FirstOrDefault(list => list.Key == key)).FirstOrDefault(list => list is not null));

    /// <summary>What the panel shows under these filters.</summary>
    public PanelList Shown(PanelDefinition panel, IReadOnlyList<VisitFilter> filters) => Chosen(panel) ?? Suggested(panel, filters);

    /// <summary>The values of the query parameter: what the panels show under these filters and would not by themselves.</summary>
    public IEnumerable<string> Texts(IReadOnlyList<VisitFilter> filters) => WithoutSuggested(filters)._chosen.Select(list => list.Key);

    /// <summary>The list in place of the one that its panel shows.</summary>
    public PanelChoice With(PanelList list) => Of(panel => panel.Lists.Contains(list) ? list : Chosen(panel));

    /// <summary>
    /// Follows the filters: a list of which one value was chosen gives way to the list below it, and comes back when it
    /// is chosen no longer.
    /// </summary>
    public PanelChoice Follow(IReadOnlyList<VisitFilter> before, IReadOnlyList<VisitFilter> now) =>
        Of(panel => Follow(panel, Shown(panel, before), before, now)).WithoutSuggested(now);

    /// <summary>Without the lists of panels that are not shown.</summary>
    public PanelChoice PermittedBy(SiteView view) => Of(panel => view.Shows(panel.Shared) ? Chosen(panel) : null);

    public bool Equals(PanelChoice? other) => other is not null && _chosen.SequenceEqual(other._chosen);

    public override int GetHashCode() => _chosen.Aggregate(0, HashCode.Combine);

    private static PanelChoice Of(Func<PanelDefinition, PanelList?> choose) => new([.. PanelDefinition.All.Select(choose).OfType<PanelList>()]);

    private static PanelList Suggested(PanelDefinition panel, IReadOnlyList<VisitFilter> filters) => Follow(panel, panel.Lists[0], [], filters);

    private static PanelList Follow(PanelDefinition panel, PanelList list, IReadOnlyList<VisitFilter> before, IReadOnlyList<VisitFilter> now)
    {
        while (IsOne(now, list) && !IsOne(before, list) && Below(panel, list) is { } below)
        {
            list = below;
        }

        while (Above(panel, list) is { } above && IsOne(before, above) && !IsOne(now, above))
        {
            list = above;
        }

        return list;
    }

    private static bool IsOne(IReadOnlyList<VisitFilter> filters, PanelList list) =>
        filters.Any(filter => filter.Dimension == list.Dimension && filter is { Operator: FilterOperator.Is, Values.Count: 1 });

    private static PanelList? Below(PanelDefinition panel, PanelList list) => panel.Lists.FirstOrDefault(other => other.Dimension == list.Below);

    private static PanelList? Above(PanelDefinition panel, PanelList list) => panel.Lists.FirstOrDefault(other => other.Below == list.Dimension);

    private PanelList? Chosen(PanelDefinition panel) => _chosen.FirstOrDefault(panel.Lists.Contains);

    // What a panel shows by itself need not be said.
    private PanelChoice WithoutSuggested(IReadOnlyList<VisitFilter> filters) =>
        Of(panel => Chosen(panel) is { } list && list != Suggested(panel, filters) ? list : null);
}
