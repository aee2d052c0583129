using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>A declared panel with the breakdown that its selected tab shows.</summary>
public sealed partial class BreakdownPanel
{
    // With them the map is as high as a list.
    private const int RowsBelowMap = 3;

    [Parameter, EditorRequired]
    public required PanelDefinition Definition { get; set; }

    /// <summary>The list that is shown.</summary>
    [Parameter, EditorRequired]
    public required PanelList Selected { get; set; }

    [Parameter]
    public EventCallback<PanelList> SelectedChanged { get; set; }

    /// <summary>Null while it is read.</summary>
    [Parameter, EditorRequired]
    public Breakdown? Breakdown { get; set; }

    [Parameter]
    public bool HasFailed { get; set; }

    [Parameter, EditorRequired]
    public required DashboardQuery Query { get; set; }

    /// <summary>This page with other parameters.</summary>
    [Parameter, EditorRequired]
    public required Func<DashboardQuery, string> Url { get; set; }

    /// <summary>The latest visits: a map shows where new ones are.</summary>
    [Parameter]
    public IReadOnlyList<Visit> Latest { get; set; } = [];

    [Parameter]
    public EventCallback Retry { get; set; }

    private IReadOnlyList<PanelTab> Tabs => [.. Definition.Lists.Select(list => new PanelTab(list.Key, list.Title, list.Group))];

    private PanelStatus Status => this switch
    {
        { HasFailed: true } => PanelStatus.Failed,
        { Breakdown: null } => PanelStatus.Loading,
        { Breakdown.Rows.Count: 0 } => PanelStatus.Empty,
        _ => PanelStatus.Ready,
    };

    private IReadOnlyList<BreakdownItem> Items
    {
        get
        {
            var breakdown = Breakdown!;
            var largest = Math.Max(1, breakdown.Rows.Count == 0 ? 1 : breakdown.Rows[0].Count);
            return [.. breakdown.Rows.Take(Selected.IsMap ? RowsBelowMap : BreakdownList.MostRows).Select(row => new BreakdownItem(
                row.Value,
                Selected.Dimension.Label(row.Value),
                Selected.Dimension is Dimension.Country ? row.Value : null,
                row.Count,
                breakdown.Share(row),
                (double)row.Count / largest,
                Url(Query.Toggle(Selected.Dimension, row.Value)),
                Query.IsFilteredBy(Selected.Dimension, row.Value)))];
        }
    }

    private Task SelectAsync(string key) => SelectedChanged.InvokeAsync(Definition.Lists.First(list => list.Key == key));
}
