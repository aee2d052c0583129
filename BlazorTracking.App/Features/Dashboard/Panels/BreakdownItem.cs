namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>
/// One row of a breakdown as it is shown. <paramref name="Share"/> is of the whole, <paramref name="Bar"/> of the
/// largest row, both 0 to 1. <paramref name="Country"/> is whose flag goes before the label; null for none. <paramref name="Href"/> is this page filtered by the row, or without that filter when
/// it is selected already.
/// </summary>
public sealed record BreakdownItem(string Value, string Label, string? Country, long Count, double Share, double Bar, string Href, bool IsSelected);
