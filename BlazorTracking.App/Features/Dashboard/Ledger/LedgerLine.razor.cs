using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Sites;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Ledger;

public sealed partial class LedgerLine
{
    /// <summary>Null while it is read.</summary>
    [Parameter, EditorRequired]
    public DayLedger? Ledger { get; set; }

    private string? Reasons => Ledger is { Refused: > 0 } ledger
        ? string.Join(", ", ledger.Others
            .Where(entry => entry.Key != RefusalReason.Duplicate)
            .OrderByDescending(entry => entry.Value)
            .Select(entry => $"{RefusalText.Title(entry.Key)}: {Figure.Count(entry.Value)}"))
        : null;

    private static string Text(long? count) => count is { } value ? Figure.Count(value) : Figure.None;
}
