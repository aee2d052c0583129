using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Controls;

public sealed partial class FilterChips
{
    [Parameter, EditorRequired]
    public required DashboardQuery Query { get; set; }

    /// <summary>This page with other parameters.</summary>
    [Parameter, EditorRequired]
    public required Func<DashboardQuery, string> Url { get; set; }

    private static string Text(VisitFilter filter) => $"{filter.Dimension.Title()} {Comparison(filter)} {Values(filter)}";

    private static string Comparison(VisitFilter filter) => filter.Operator switch
    {
        FilterOperator.IsNot => "is not",
        FilterOperator.Contains => "contains",
        FilterOperator.DoesNotContain => "does not contain",
        _ => "is",
    };

    private static string Values(VisitFilter filter) => string.Join(" or ", filter.Values.Select(value => filter.Dimension.Label(value)));
}
