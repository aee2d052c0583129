using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>Which list each panel shows. It goes deeper with the filters: the regions of a country, the sources of a channel.</summary>
public sealed class PanelChoice
{
    private readonly Dictionary<PanelDefinition, PanelList> _chosen = PanelDefinition.All.ToDictionary(panel => panel, panel => panel.Lists[0]);

    public PanelList this[PanelDefinition panel]
    {
        get => _chosen[panel];
        set => _chosen[panel] = value;
    }

    /// <summary>What the panels list, from top to bottom.</summary>
    public IReadOnlyCollection<Dimension> Dimensions => [.. PanelDefinition.All.Select(panel => _chosen[panel].Dimension).Distinct()];

    /// <summary>
    /// Follows the filters: a list of which one value was chosen gives way to the list below it, and comes back when it
    /// is chosen no longer.
    /// </summary>
    public void Follow(DashboardQuery before, DashboardQuery now)
    {
        foreach (var panel in PanelDefinition.All)
        {
            if (IsOne(now, _chosen[panel]) && !IsOne(before, _chosen[panel]) && Below(panel, _chosen[panel]) is { } below)
            {
                _chosen[panel] = below;
            }
            else if (Above(panel, _chosen[panel]) is { } above && IsOne(before, above) && !IsOne(now, above))
            {
                _chosen[panel] = above;
            }
        }
    }

    private static bool IsOne(DashboardQuery query, PanelList list) =>
        query.Filters.Any(filter => filter.Dimension == list.Dimension && filter is { Operator: FilterOperator.Is, Values.Count: 1 });

    private static PanelList? Below(PanelDefinition panel, PanelList list) => panel.Lists.FirstOrDefault(other => other.Dimension == list.Below);

    private static PanelList? Above(PanelDefinition panel, PanelList list) => panel.Lists.FirstOrDefault(other => other.Below == list.Dimension);
}
