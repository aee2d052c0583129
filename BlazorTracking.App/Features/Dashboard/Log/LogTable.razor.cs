using BlazorTracking.Features.Visits;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Log;

public sealed partial class LogTable
{
    [Parameter, EditorRequired]
    public required LogView View { get; set; }

    /// <summary>The log without parameters.</summary>
    [Parameter, EditorRequired]
    public required string LogUrl { get; set; }

    /// <summary>Null while they are read.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Visit>? Visits { get; set; }

    /// <summary>The site's, in which times are shown.</summary>
    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    private string? Order(LogField field) => IsSorted(field) ? View.Descending ? "descending" : "ascending" : null;

    private string? Arrow(LogField field) => IsSorted(field) ? View.Descending ? " ↓" : " ↑" : null;

    private bool IsSorted(LogField field) => field.SortBy == View.SortBy;
}
