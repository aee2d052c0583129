using System.Globalization;
using System.Runtime.CompilerServices;
using BlazorTracking.Features.Commands.Import.Hits;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Import.Umami;

/// <summary>
/// The rows of Umami's export of <c>website_event</c>: page views and events, each with its visitor (Umami's "session").
/// Times without a zone are UTC, as Umami writes them.
/// </summary>
internal sealed class UmamiReader(HitMaker hits) : IHitReader
{
    private const string PageView = "1";
    private const string CustomEvent = "2";

    private static readonly string[] _required = ["session_id", "created_at", "url_path", "event_type"];

    public async IAsyncEnumerable<HitLine> ReadAsync(IReadOnlyList<ImportFile> files, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            await using var stream = file.Open();
            await foreach (var row in CsvTable.ReadAsync(file.Path, stream, _required, cancellationToken))
            {
                yield return row.Problem is { } problem ? HitLine.Invalid(row.File, row.Line, problem) : Read(row);
            }
        }
    }

    private HitLine Read(CsvRow row)
    {
        if (!DateTimeOffset.TryParse(row["created_at"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return HitLine.Invalid(row.File, row.Line, "created_at must be a time such as 2026-03-02 10:00:00.");
        }

        if (row["session_id"].Length == 0)
        {
            return HitLine.Invalid(row.File, row.Line, "session_id is missing.");
        }

        if (row["event_type"] is not (PageView or CustomEvent))
        {
            return HitLine.NotCounted(row.File, row.Line, "neither a page view nor an event");
        }

        var name = row["event_type"] == CustomEvent ? BoundedText.Clean(row["event_name"], Beacons.Beacon.EventMaxLength) : Visit.PageLoad;
        if (name.Length == 0)
        {
            return HitLine.Invalid(row.File, row.Line, "event_name is missing.");
        }

        var host = BoundedText.Clean(row["hostname"].ToLowerInvariant(), Referral.HostMaxLength) is { Length: > 0 } own ? own : hits.Site.Host;
        var referral = ReferralReader.Read(host, Query(row), Referrer(row), hits.Site.Host);
        var path = row["url_path"] is ['/', ..] and var rooted ? rooted : $"/{row["url_path"]}";
        var visit = new Visit
        {
            OccurredAt = time.ToUnixTimeMilliseconds(),
            Event = name,
            Hostname = host,
            Path = BoundedText.Clean(path, Referral.PathMaxLength),
            Country = ForeignText.Country(row["country"]),
            Region = ForeignText.Place(row["region"].Length > 0 ? row["region"] : row["subdivision1"]),
            City = ForeignText.Place(row["city"]),
            Browser = UmamiNames.Browser(row["browser"]),
            OperatingSystem = UmamiNames.OperatingSystem(row["os"]),
            OperatingSystemVersion = UmamiNames.OperatingSystemVersion(row["os"]),
            Device = ForeignText.Device(row["device"]),
            Screen = ForeignText.Screen(row["screen"]),
            Language = LanguageTag.Normalise(row["language"]),
        };
        var key = row["event_id"] is { Length: > 0 } id ? id : string.Join('/', row["session_id"], row["created_at"], row["url_path"], name);
        return HitLine.Of(hits.Make(row.File, row.Line, visit.With(referral), $"umami/{key}", address: null, row["session_id"]));
    }

    // The parameters of campaigns have columns of their own in newer exports.
    private static string Query(CsvRow row)
    {
        string[] tags = ["utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term"];
        return string.Join('&', [row["url_query"], .. tags.Where(tag => row[tag].Length > 0).Select(tag => $"{tag}={Uri.EscapeDataString(row[tag])}")]).TrimStart('&', '?');
    }

    private static string Referrer(CsvRow row) =>
        row["referrer_domain"] is { Length: > 0 } domain ? $"https://{domain}{(row["referrer_path"] is ['/', ..] and var path ? path : "/")}" : "";
}
