using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Dashboard.Figures;
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
            .Select(entry => $"{Name(entry.Key)}: {Figure.Count(entry.Value)}"))
        : null;

    private static string Text(long? count) => count is { } value ? Figure.Count(value) : Figure.None;

    private static string Name(RefusalReason reason) => reason switch
    {
        RefusalReason.BadRequest => "not well-formed",
        RefusalReason.UnknownSite => "unknown site",
        RefusalReason.Bot => "robots",
        RefusalReason.RateLimit => "over the rate limit",
        RefusalReason.TooLarge => "too large",
        RefusalReason.OverCapacity => "over capacity",
        _ => reason.ToString(),
    };
}
