using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using BlazorTracking.Features.Commands.Formats;
using BlazorTracking.Features.Commands.Import.Hits;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Import.WebLog;

/// <summary>
/// Page views in web servers' logs: requests that a person's browser made for a page and got. Robots are those whose
/// beacons would be refused; where a visitor was, with what, and who sent it is read as from a beacon.
/// </summary>
internal sealed class WebLogReader(HitMaker hits, AgentReader agents, BotDetector bots, GeoDatabase geo) : IHitReader
{
    private readonly RecentTexts _lines = new();

    public async IAsyncEnumerable<HitLine> ReadAsync(IReadOnlyList<ImportFile> files, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            await using var stream = file.Open();
            await foreach (var line in TextLines.ReadAsync(stream, cancellationToken))
            {
                if (line.Problem is not null)
                {
                    yield return HitLine.Invalid(file.Path, line.Number, line.Problem);
                }
                else if (!string.IsNullOrWhiteSpace(line.Text))
                {
                    yield return Read(file.Path, line.Number, line.Text.TrimEnd('\r'));
                }
            }
        }
    }

    private HitLine Read(string file, long number, string text)
    {
        if (CombinedLogLine.Read(text) is not { } line)
        {
            return HitLine.Invalid(file, number, "The line is not of the combined log format.");
        }

        var request = line.Request.Split(' ');
        var reason = line switch
        {
            _ when request is not ["GET", _, ..] => "no GET request",
            { Status: not ((>= 200 and < 300 and not 206) or 304) } => string.Create(CultureInfo.InvariantCulture, $"status {line.Status}"),
            _ when bots.IsBot(line.UserAgent) => "robot",
            _ => null,
        };
        if (reason is not null)
        {
            return HitLine.NotCounted(file, number, reason);
        }

        return PageAddress.Read(request[1]) switch
        {
            null => HitLine.NotCounted(file, number, "no page"),
            { Path: var path } when StaticFiles.Contains(path) => HitLine.NotCounted(file, number, "static file"),
            var page => HitLine.Of(Make(file, number, text, line, page)),
        };
    }

    private Hit Make(string file, long number, string text, CombinedLogLine line, PageAddress page)
    {
        var host = page.Host.Length > 0 ? page.Host : hits.Site.Host;
        var address = IPAddress.TryParse(line.Client, out var parsed) ? AddressRules.Normalise(parsed) : null;
        var visit = new Visit
        {
            OccurredAt = line.Time.ToUnixTimeMilliseconds(),
            Hostname = host,
            Path = BoundedText.Clean(page.Path, Referral.PathMaxLength),
        };

        // A server that looks names up writes a name where the address was.
        var who = address is null ? $"{line.UserAgent}\n{line.Client}" : line.UserAgent;
        var complete = visit
            .With(geo.Locate(address))
            .With(agents.Read(line.UserAgent, ClientHints.None))
            .With(ReferralReader.Read(host, page.Query, line.Referrer, hits.Site.Host));
        return hits.Make(file, number, complete, string.Create(CultureInfo.InvariantCulture, $"log/{_lines.Count(text)}/{text}"), address, who);
    }
}
