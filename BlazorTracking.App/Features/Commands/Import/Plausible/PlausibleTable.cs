using System.Globalization;
using System.Text.Json;
using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Commands.Import.Hits;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Import.Plausible;

/// <summary>
/// The files of an export, by the names that Plausible gives them (<c>imported_visitors_20260301_20260331.csv</c>), the
/// columns that each must have, and what its rows say of their day. plausible.io/docs/csv-import
/// </summary>
/// <param name="Name">"visitors".</param>
/// <param name="Columns">Beside the date.</param>
/// <param name="Add">Adds a row to its day.</param>
internal sealed record PlausibleTable(string Name, IReadOnlyList<string> Columns, Action<PlausibleDay, CsvRow, string> Add)
{
    public const string Totals = "visitors";

    private const string Prefix = "imported_";

    public static IReadOnlyList<PlausibleTable> All { get; } =
    [
        new(Totals, ["visitors", "pageviews", "bounces", "visits", "visit_duration"], AddTotals),
        new("sources", ["source", "visits"], (day, row, host) => AddReport(day, "sources", row, SourceOf(row, host))),
        new("pages", ["page", "pageviews"], (day, row, host) => day.Pages.Add((row["hostname"] is { Length: > 0 } own ? own.ToLowerInvariant() : host, PathOf(row["page"]), Number(row, "pageviews")))),
        new("entry_pages", ["entry_page", "entrances"], (day, row, _) => day.EntryPages.Add((PathOf(row["entry_page"]), Number(row, "entrances")))),
        new("exit_pages", [], (_, _, _) => { }),
        new("locations", ["country", "visits"], (day, row, _) => AddReport(day, "locations", row, LocationOf(row))),
        new("devices", ["device", "visits"], (day, row, _) => AddReport(day, "devices", row, DeviceOf(row))),
        new("browsers", ["browser", "visits"], (day, row, _) => AddReport(day, "browsers", row, BrowserOf(row))),
        new("operating_systems", ["operating_system", "visits"], (day, row, _) => AddReport(day, "operating_systems", row, SystemOf(row))),
        new("custom_events", ["name", "events"], AddEvents),
    ];

    /// <summary>The table of a file, or null where the name is no table's.</summary>
    public static PlausibleTable? Of(string fileName) => All
        .Where(table => fileName.StartsWith(Prefix + table.Name, StringComparison.Ordinal))
        .MaxBy(table => table.Name.Length);

    /// <summary>What is wrong with the numbers of the row, or null.</summary>
    public string? ErrorOf(CsvRow row) => Columns
        .Where(column => column is "visitors" or "pageviews" or "bounces" or "visits" or "visit_duration" or "entrances" or "events")
        .FirstOrDefault(column => Parse(row[column]) is null) is { } wrong ? $"{wrong} must be a whole number." : null;

    private static void AddTotals(PlausibleDay day, CsvRow row, string host)
    {
        day.Origin = (row.File, row.Line);
        day.Visitors += Number(row, "visitors");
        day.PageViews += Number(row, "pageviews");
        day.Bounces += Number(row, "bounces");
        day.Sessions += Number(row, "visits");
        day.DurationSeconds += Number(row, "visit_duration");
    }

    private static void AddReport(PlausibleDay day, string report, CsvRow row, Func<Visit, Visit> apply)
    {
        if (!day.Reports.TryGetValue(report, out var list))
        {
            day.Reports.Add(report, list = []);
        }

        list.Add((apply, Number(row, "visits")));
    }

    private static void AddEvents(PlausibleDay day, CsvRow row, string host)
    {
        var name = BoundedText.Clean(row["name"], Beacon.EventMaxLength);
        var link = BoundedText.Clean(row["link_url"], Beacon.PropertyValueMaxLength);
        if (name.Length > 0)
        {
            var properties = link.Length > 0 ? JsonSerializer.Serialize(new Dictionary<string, string> { ["url"] = link }) : "";
            day.Events.Add((name == Visit.PageLoad ? $"{name} event" : name, PathOf(row["path"]), properties, Number(row, "events")));
        }
    }

    private static Func<Visit, Visit> SourceOf(CsvRow row, string host)
    {
        string[] tags = ["utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term"];
        var query = string.Join('&', tags.Where(tag => row[tag].Length > 0).Select(tag => $"{tag}={Uri.EscapeDataString(row[tag])}"));
        var from = row["referrer"] is { Length: > 0 } referrer && !referrer.StartsWith("Direct", StringComparison.Ordinal) ? $"https://{referrer}" : "";
        var referral = ReferralReader.Read(host, query, from, host);
        if (referral.Source.Length == 0 && row["source"] is { Length: > 0 } source && !source.StartsWith("Direct", StringComparison.Ordinal))
        {
            referral = ReferralReader.Read(host, $"{query}&ref={Uri.EscapeDataString(source)}", from, host);
        }

        return visit => visit.With(referral);
    }

    // Cities are numbers of a place register there; a region is its ISO code.
    private static Func<Visit, Visit> LocationOf(CsvRow row)
    {
        var (country, region) = (ForeignText.Country(row["country"]), ForeignText.Place(row["region"]));
        return visit => visit with { Country = country, Region = region };
    }

    private static Func<Visit, Visit> DeviceOf(CsvRow row)
    {
        var device = ForeignText.Device(row["device"]);
        return visit => visit with { Device = device };
    }

    private static Func<Visit, Visit> BrowserOf(CsvRow row)
    {
        var (browser, version) = (ForeignText.Name(row["browser"]), ForeignText.Version(row["browser_version"]));
        return visit => visit with { Browser = browser, BrowserVersion = version };
    }

    private static Func<Visit, Visit> SystemOf(CsvRow row)
    {
        var system = row["operating_system"] is "Mac" ? "macOS" : row["operating_system"] is "GNU/Linux" ? "Linux" : row["operating_system"];
        var (name, version) = (ForeignText.Name(system), ForeignText.Version(row["operating_system_version"]));
        return visit => visit with { OperatingSystem = name, OperatingSystemVersion = version };
    }

    private static string PathOf(string path) =>
        BoundedText.Clean(path.StartsWith('/') ? path : $"/{path}", Referral.PathMaxLength);

    private static long Number(CsvRow row, string column) => Parse(row[column]) ?? 0;

    private static long? Parse(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= int.MaxValue ? number : null;
}
