namespace BlazorTracking.Features.Sites;

/// <summary>The time zones a site may have: the IANA ids that this machine knows.</summary>
public static class TimeZones
{
    private static readonly Lazy<string[]> _ids = new(() =>
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Select(zone => zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : null)
            .OfType<string>()
            .Where(id => id.Contains('/', StringComparison.Ordinal) || id == "UTC")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ]);

    public static IReadOnlyList<string> Ids => _ids.Value;

    /// <summary>Whether it is an IANA id of a zone whose rules are known here.</summary>
    public static bool IsKnown(string? id) =>
        !string.IsNullOrEmpty(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId && zone.Id == id;

    /// <summary>The ids that hold every word of the search, best first: "new york" finds America/New_York.</summary>
    public static IEnumerable<string> Search(string? text)
    {
        var words = (text ?? "").Split([' ', '_', '/'], StringSplitOptions.RemoveEmptyEntries);
        return Ids
            .Where(id => words.All(word => id.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(id => words.Length > 0 && id.Contains($"/{words[0]}", StringComparison.OrdinalIgnoreCase));
    }
}
