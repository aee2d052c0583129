using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Controls;

/// <summary>The ranges in the order of their list, and the keys that choose them.</summary>
public static class RangeKeys
{
    private static readonly Dictionary<RangeKind, string> _keys = new()
    {
        [RangeKind.Realtime] = "R",
        [RangeKind.Today] = "D",
        [RangeKind.Yesterday] = "E",
        [RangeKind.Last7Days] = "W",
        [RangeKind.Last30Days] = "T",
        [RangeKind.ThisMonth] = "M",
        [RangeKind.ThisYear] = "Y",
        [RangeKind.Last12Months] = "L",
        [RangeKind.All] = "A",
    };

    /// <summary>All that can be chosen without naming days.</summary>
    public static IReadOnlyList<RangeKind> Kinds { get; } = [.. Enum.GetValues<RangeKind>().Where(kind => kind != RangeKind.Custom)];

    /// <summary>The key of the range; null where it has none.</summary>
    public static string? Of(RangeKind kind) => _keys.GetValueOrDefault(kind);
}
