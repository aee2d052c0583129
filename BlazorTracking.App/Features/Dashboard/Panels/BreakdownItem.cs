namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>
/// One row of a breakdown as it is shown. <paramref name="Share"/> is of the whole, <paramref name="Bar"/> of the
/// largest row, both 0 to 1. <paramref name="Href"/> is this page filtered by the row, or without that filter when
/// it is selected already.
/// </summary>
public sealed record BreakdownItem(string Value, string Label, string? Icon, long Count, double Share, double Bar, string Href, bool IsSelected);
