using System.Globalization;
using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Dashboard.Log;

/// <summary>A column of the visit log: its heading, what it is sorted by, and its text.</summary>
public sealed record LogField(Func<string> Heading, LogColumn? SortBy, Func<Visit, TimeZoneInfo, string> Text)
{
    /// <summary>Its heading in the language of the page.</summary>
    public string Title => Heading();

    /// <summary>Every column, in the order in which they are shown.</summary>
    public static IReadOnlyList<LogField> All { get; } =
    [
        new(() => DashboardText.Time, LogColumn.OccurredAt, (visit, zone) => DateText.DayAndSecond(zone.LocalAt(visit.OccurredAt))),
        new(() => DashboardText.Event, LogColumn.Event, (visit, _) => visit.IsPageView ? DashboardText.PageView : visit.Event),
        new(() => DashboardText.Url, LogColumn.Path, (visit, _) => visit.Hostname + visit.Path),
        new(() => DashboardText.Source, LogColumn.Source, (visit, _) => visit.Source.Length > 0 ? visit.Source : DashboardText.ChannelDirect),
        new(() => DashboardText.Channel, LogColumn.Channel, (visit, _) => Dimension.Channel.Label(visit.Channel)),
        new(() => DashboardText.Referrer, LogColumn.Referrer, (visit, _) => visit.ReferrerHost + visit.ReferrerPath),
        new(() => DashboardText.Country, LogColumn.Country, (visit, _) => Country.Name(visit.Country)),
        new(() => DashboardText.Location, LogColumn.City, (visit, _) => Joined(", ", visit.City, visit.PostalCode)),
        new(() => DashboardText.Latitude, LogColumn.Latitude, (visit, _) => Degrees(visit.Latitude)),
        new(() => DashboardText.Longitude, LogColumn.Longitude, (visit, _) => Degrees(visit.Longitude)),
        new(() => DashboardText.Browser, LogColumn.Browser, (visit, _) => Joined(" ", visit.Browser, visit.BrowserVersion)),
        new(() => DashboardText.System, LogColumn.OperatingSystem, (visit, _) => Joined(" ", visit.OperatingSystem, visit.OperatingSystemVersion)),
        new(() => DashboardText.Device, LogColumn.Device, (visit, _) => visit.Device.Length > 0 ? Dimension.Device.Label(visit.Device) : ""),
        new(() => DashboardText.Screen, LogColumn.Screen, (visit, _) => visit.Screen.Length > 0 ? Dimension.Screen.Label(visit.Screen) : ""),
        new(() => DashboardText.Language, LogColumn.Language, (visit, _) => visit.Language),
        new(() => DashboardText.IpAddress, LogColumn.Address, (visit, _) => visit.Address),
        new(() => DashboardText.Origin, LogColumn.Trust, (visit, _) => Trust(visit.Trust)),
        new(() => DashboardText.Properties, null, (visit, _) => visit.Properties),
    ];

    private static string Joined(string separator, params IEnumerable<string> parts) => string.Join(separator, parts.Where(part => part.Length > 0));

    private static string Degrees(double? degrees) => degrees?.ToString("0.####", CultureInfo.CurrentCulture) ?? "";

    private static string Trust(VisitTrust trust) => trust switch
    {
        VisitTrust.OwnOrigin => DashboardText.OwnSite,
        VisitTrust.ForeignOrigin => DashboardText.AnotherSite,
        _ => DashboardText.NotVerified,
    };
}
