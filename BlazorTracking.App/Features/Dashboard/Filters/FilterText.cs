using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Filters;

/// <summary>A filter in words.</summary>
public static class FilterText
{
    /// <summary>Every comparison, in the order in which they are offered.</summary>
    public static IReadOnlyList<FilterOperator> Operators { get; } =
        [FilterOperator.Is, FilterOperator.IsNot, FilterOperator.Contains, FilterOperator.DoesNotContain, FilterOperator.Matches];

    public static string Title(this FilterOperator comparison) => comparison switch
    {
        FilterOperator.IsNot => DashboardText.IsNot,
        FilterOperator.Contains => DashboardText.Contains,
        FilterOperator.DoesNotContain => DashboardText.DoesNotContain,
        FilterOperator.Matches => DashboardText.IsLike,
        _ => DashboardText.Is,
    };

    /// <summary>The values as they are shown: "Germany or France".</summary>
    public static string ValuesText(this VisitFilter filter) => string.Join(DashboardText.Or, filter.Values.Select(filter.Label));

    /// <summary>The whole sentence: "Country is Germany or France".</summary>
    public static string Text(this VisitFilter filter) => $"{filter.Dimension.Title()} {filter.Operator.Title()} {filter.ValuesText()}";

    /// <summary>A value as it is shown. What is looked for inside of values is shown as it is.</summary>
    public static string Label(this VisitFilter filter, string value) =>
        filter.Operator is FilterOperator.Is or FilterOperator.IsNot ? filter.Dimension.Label(value) : value;
}
