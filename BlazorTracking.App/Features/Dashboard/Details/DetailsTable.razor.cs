using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Details;

public sealed partial class DetailsTable
{
    private const int SkeletonRows = 12;

    [Parameter, EditorRequired]
    public Dimension Dimension { get; set; }

    /// <summary>Null while it is read.</summary>
    [Parameter, EditorRequired]
    public DetailsPage? Page { get; set; }

    [Parameter, EditorRequired]
    public required DetailsView View { get; set; }

    [Parameter, EditorRequired]
    public required DashboardQuery Query { get; set; }

    /// <summary>The page below with other parameters.</summary>
    [Parameter, EditorRequired]
    public required Func<DashboardQuery, string> Url { get; set; }

    /// <summary>Asks for the order by a column.</summary>
    [Parameter, EditorRequired]
    public EventCallback<DetailsColumn> OnSort { get; set; }

    private IReadOnlyList<(DetailsColumn Column, string Title)> Columns =>
    [
        (DetailsColumn.Value, Dimension.Title()),
        (DetailsColumn.Count, Breakdown.UnitOf(Dimension).Title()),
        .. HasSessions ? ((DetailsColumn, string)[])[(DetailsColumn.BounceRate, DashboardText.BounceRate), (DetailsColumn.VisitTime, DashboardText.VisitTime)] : [],
    ];

    private bool HasSessions => Dimension is not Dimension.Property;

    private string? Order(DetailsColumn column) => View.SortBy == column ? View.Descending ? "descending" : "ascending" : null;

    private string? Arrow(DetailsColumn column) => View.SortBy == column ? View.Descending ? " ↓" : " ↑" : null;
}
