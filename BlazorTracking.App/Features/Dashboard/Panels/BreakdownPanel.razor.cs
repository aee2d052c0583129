using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>A declared panel with the breakdown that its selected tab shows.</summary>
public sealed partial class BreakdownPanel
{
    [Parameter, EditorRequired]
    public required PanelDefinition Definition { get; set; }

    /// <summary>The list that is shown.</summary>
    [Parameter, EditorRequired]
    public Dimension Selected { get; set; }

    [Parameter]
    public EventCallback<Dimension> SelectedChanged { get; set; }

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

    [Parameter]
    public EventCallback Retry { get; set; }

    private IReadOnlyList<PanelTab> Tabs => [.. Definition.Lists.Select(list => new PanelTab(list.Dimension.ToString(), list.Title))];

    private string Title => Definition.Lists.First(list => list.Dimension == Selected).Title;

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
            return [.. breakdown.Rows.Take(BreakdownList.MostRows).Select(row => new BreakdownItem(
                row.Value,
                Selected.Label(row.Value),
                Selected is Dimension.Country ? row.Value : null,
                row.Count,
                breakdown.Share(row),
                (double)row.Count / largest,
                Url(Query.Toggle(Selected, row.Value)),
                Query.IsFilteredBy(Selected, row.Value)))];
        }
    }

    private Task SelectAsync(string key) => SelectedChanged.InvokeAsync(Enum.Parse<Dimension>(key));
}
