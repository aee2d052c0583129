using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>A declared panel with the breakdown that its selected tab shows.</summary>
public sealed partial class BreakdownPanel
{
    // With them the map is as high as a list.
    private const int RowsBelowMap = 3;

    private (PanelList, Breakdown?, PanelStatus, bool, DashboardQuery, IReadOnlyList<Visit>) _shown;
    private bool _isOther;

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

    /// <summary>The breakdown is that of another view; this one's is on its way.</summary>
    [Parameter]
    public bool IsBusy { get; set; }

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

    // The page renders four times a second while visits arrive, and most of them change only some panels.
    protected override void OnParametersSet()
    {
        var shown = (Selected, Breakdown, Status, IsBusy, Query, Selected.IsMap ? Latest : []);
        _isOther = shown != _shown;
        _shown = shown;
    }

    protected override bool ShouldRender() => _isOther;

    private Task SelectAsync(string key) => SelectedChanged.InvokeAsync(Definition.Lists.First(list => list.Key == key));
}
