using System.Globalization;
using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Dashboard.Log;

/// <summary>A column of the visit log: its heading, what it is sorted by, and its text.</summary>
public sealed record LogField(string Title, LogColumn? SortBy, Func<Visit, TimeZoneInfo, string> Text)
{
    /// <summary>Every column, in the order in which they are shown.</summary>
    public static IReadOnlyList<LogField> All { get; } =
    [
        new("Time", LogColumn.OccurredAt, (visit, zone) => zone.LocalAt(visit.OccurredAt).ToString("d MMM yyyy, HH:mm:ss", CultureInfo.CurrentCulture)),
        new("Event", LogColumn.Event, (visit, _) => visit.IsPageView ? "Page view" : visit.Event),
        new("URL", LogColumn.Path, (visit, _) => visit.Hostname + visit.Path),
        new("Source", LogColumn.Source, (visit, _) => visit.Source.Length > 0 ? visit.Source : "Direct"),
        new("Channel", LogColumn.Channel, (visit, _) => visit.Channel),
        new("Referrer", LogColumn.Referrer, (visit, _) => visit.ReferrerHost + visit.ReferrerPath),
        new("Country", LogColumn.Country, (visit, _) => Country.Name(visit.Country)),
        new("Location", LogColumn.City, (visit, _) => Joined(", ", visit.City, visit.PostalCode)),
        new("Latitude", LogColumn.Latitude, (visit, _) => Degrees(visit.Latitude)),
        new("Longitude", LogColumn.Longitude, (visit, _) => Degrees(visit.Longitude)),
        new("Browser", LogColumn.Browser, (visit, _) => Joined(" ", visit.Browser, visit.BrowserVersion)),
        new("System", LogColumn.OperatingSystem, (visit, _) => Joined(" ", visit.OperatingSystem, visit.OperatingSystemVersion)),
        new("Device", LogColumn.Device, (visit, _) => visit.Device),
        new("Screen", LogColumn.Screen, (visit, _) => visit.Screen),
        new("Language", LogColumn.Language, (visit, _) => visit.Language),
        new("IP address", LogColumn.Address, (visit, _) => visit.Address),
        new("Origin", LogColumn.Trust, (visit, _) => Trust(visit.Trust)),
        new("Properties", null, (visit, _) => visit.Properties),
    ];

    private static string Joined(string separator, params IEnumerable<string> parts) => string.Join(separator, parts.Where(part => part.Length > 0));

    private static string Degrees(double? degrees) => degrees?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    private static string Trust(VisitTrust trust) => trust switch
    {
        VisitTrust.OwnOrigin => "Own site",
        VisitTrust.ForeignOrigin => "Another site",
        _ => "Not verified",
    };
}
