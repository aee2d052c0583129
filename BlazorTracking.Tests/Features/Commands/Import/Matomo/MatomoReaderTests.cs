using BlazorTracking.Features.Commands;

namespace BlazorTracking.Tests.Features.Commands.Import.Matomo;

/// <summary>A sample of the properties of Matomo's <c>Live.getLastVisitsDetails</c>.</summary>
public sealed class MatomoReaderTests : IDisposable
{
    private const string Visits =
        """
        [
          {
            "idSite": "1", "idVisit": "12", "visitIp": "203.0.113.0", "visitorId": "b5bdfd8d6a3e2b1c", "serverTimestamp": 1772452800,
            "actionDetails": [
              { "type": "action", "url": "https://example.org/later", "pageTitle": "Later", "timestamp": 1772452800 }
            ],
            "deviceType": "Smartphone", "browserName": "Mobile Safari", "operatingSystemName": "iOS", "countryCode": "fr", "languageCode": "fr-fr", "resolution": "390x844", "latitude": null, "longitude": null
          },
          {
            "idSite": "1", "idVisit": "11", "visitIp": "203.0.113.0", "visitorId": "a5bdfd8d6a3e2b1c", "serverTimestamp": 1772445600,
            "referrerType": "search", "referrerName": "Google", "referrerUrl": "https://www.google.com/search",
            "actionDetails": [
              { "type": "action", "url": "https://example.org/", "timestamp": 1772445600 },
              { "type": "event", "url": "https://example.org/", "eventCategory": "Video", "eventAction": "Play", "timestamp": 1772445660 },
              { "type": "goal", "url": "https://example.org/", "timestamp": 1772445661 },
              { "type": "action", "url": "https://example.org/prices?x=1", "timestamp": 1772445720 }
            ],
            "deviceType": "Desktop", "browserName": "Chrome", "browserVersion": "140.0", "operatingSystemName": "GNU/Linux", "operatingSystemVersion": "", "countryCode": "de", "region": "Berlin", "city": "Berlin", "latitude": "52.52", "longitude": "13.405"
          }
        ]
        """;

    private readonly ForeignImport _import = new("matomo");

    [Fact]
    public async Task Actions_become_visits_in_the_order_of_time()
    {
        var run = await _import.RunAsync(("visits.json", Visits));

        Assert.Equal(ExitCode.Good, run.ExitCode);
        var visits = await _import.ReadAsync();
        Assert.Equal(
            [("PageLoad", "/", 1, 1, 1, 0L), ("Video: Play", "/", 0, 0, -1, 60_000L), ("PageLoad", "/prices", 0, 0, 0, 60_000L), ("PageLoad", "/later", 1, 1, 1, 0L)],
            visits.Select(visit => (visit.Event, visit.Path, visit.NewVisitor, visit.NewSession, visit.Bounce, visit.DurationMs)));
        Assert.Equal(
            ("Google", "Organic search", "Chrome", "Linux", "Desktop", "DE", "Berlin", 52.52),
            (visits[0].Source, visits[0].Channel, visits[0].Browser, visits[0].OperatingSystem, visits[0].Device, visits[0].Country, visits[0].City, visits[0].Latitude));
        Assert.Equal(("Safari", "Mobile", "Mobile", "FR"), (visits[3].Browser, visits[3].Device, visits[3].Screen, visits[3].Country));
        Assert.Contains("1 refused: action of type goal", run.Output, StringComparison.Ordinal);
        await _import.AssertConsistentAsync();
    }

    [Theory]
    [InlineData("[{\"visitorId\":\"a\",\"actionDetails\":[]}]", "visits.json:1: idVisit is missing.")]
    [InlineData("[{\"idVisit\":1,\"visitorId\":\"a\"}]", "visits.json:1: actionDetails is missing: export the visits with their actions.")]
    [InlineData("[{\"idVisit\":1,\"visitorId\":\"a\",\"actionDetails\":[{\"type\":\"action\",\"url\":\"https://example.org/\",\"timestamp\":\"noon\"}]}]", "visits.json:1: An action's timestamp must be a Unix time in seconds.")]
    [InlineData("[7]", "visits.json:1: A visit must be a JSON object.")]
    [InlineData("[\n{},\n{", "visits.json:3: The file is not a JSON array of visits.")]
    [InlineData("{\"result\":\"error\"}", "visits.json:1: The file is not a JSON array of visits.")]
    public async Task What_is_wrong_is_told_with_its_place_and_nothing_is_imported(string json, string sentence)
    {
        var run = await _import.RunAsync(("visits.json", json));

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Empty(await _import.ReadAsync());
    }

    public void Dispose() => _import.Dispose();
}
