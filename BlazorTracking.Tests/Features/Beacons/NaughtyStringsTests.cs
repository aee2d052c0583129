using System.Net;
using System.Text.Json;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Beacons;

/// <summary>The Big List of Naughty Strings (MIT, in <c>blns/</c>) through every field of the beacon.</summary>
public sealed class NaughtyStringsTests(AppFactory app) : IClassFixture<AppFactory>
{
    private static readonly JsonSerializerOptions _asWritten = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("path")]
    [InlineData("event")]
    [InlineData("referrer")]
    [InlineData("property name")]
    [InlineData("property value")]
    [InlineData("campaign")]
    public async Task Every_string_comes_out_as_it_went_in_or_is_refused_for_its_control_characters_or_length(string field)
    {
        var site = await app.AddSiteAsync();
        var expected = new List<string>();

        foreach (var (number, naughty) in NaughtyStrings().Index())
        {
            // A visitor each: where a session came from is that of its first visit.
            using var client = app.CreateBrowser($"{BeaconClient.UserAgent} {number}");
            using var response = await client.PostJsonAsync(site.Id, Body(field, naughty));

            var isRefused = field switch
            {
                "event" => naughty.Any(char.IsControl) || naughty.Length > 120,
                "property name" => naughty.Any(char.IsControl) || naughty.Length > 100 || (naughty.Length > 0 && string.IsNullOrWhiteSpace(naughty)),
                "campaign" => false,
                _ => naughty.Any(char.IsControl),
            };
            Assert.True(response.StatusCode == (isRefused ? HttpStatusCode.BadRequest : HttpStatusCode.NoContent), $"{response.StatusCode}: {naughty}");
            if (!isRefused)
            {
                expected.Add(naughty);
            }
        }

        var stored = (await app.ReadVisitsAsync(site.Id)).Select(visit => field switch
        {
            "path" => visit.Path[1..],
            "event" => visit.Event,
            "referrer" => visit.ReferrerPath[1..],
            "campaign" => visit.UtmCampaign,
            _ => visit.Properties,
        });
        Assert.Equal(
            expected.Select(naughty => Stored(field, naughty)).Order(StringComparer.Ordinal),
            stored.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_user_agent_and_a_language_may_be_anything()
    {
        var site = await app.AddSiteAsync();

        foreach (var naughty in NaughtyStrings().Where(naughty => naughty.Length <= 35 && !naughty.Any(char.IsControl)))
        {
            using var client = app.CreateBrowser("Firefox/140.0 " + string.Concat(naughty.Where(char.IsAscii)));
            using var response = await client.PostJsonAsync(site.Id, JsonSerializer.Serialize(new { url = "https://example.com/", language = naughty }));

            Assert.True(response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.Forbidden, $"{response.StatusCode}: {naughty}");
        }
    }

    private static List<string> NaughtyStrings() =>
        JsonSerializer.Deserialize<List<string>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Features", "Beacons", "blns", "blns.json")))!;

    private static string Body(string field, string naughty)
    {
        object beacon = field switch
        {
            "path" => new { url = "https://example.com/" + naughty },
            "event" => new { url = "https://example.com/", @event = naughty },
            "campaign" => new { url = "https://example.com/?utm_campaign=" + Uri.EscapeDataString(naughty) },
            "property name" => new { url = "https://example.com/", properties = new Dictionary<string, string> { [naughty.Length == 0 ? "x" : naughty] = "1" } },
            "property value" => new { url = "https://example.com/", properties = new Dictionary<string, string> { ["x"] = naughty } },
            _ => new { url = "https://example.com/", referrer = "https://elsewhere.example/" + naughty },
        };
        return JsonSerializer.Serialize(beacon);
    }

    /// <summary>What is to be found in the column. Nothing ends in a blank. A path ends where the query or fragment begins; tags are trimmed, cut at 200 characters and lose their control characters.</summary>
    private static string Stored(string field, string naughty) => field switch
    {
        "path" or "referrer" => naughty.Split('?', '#')[0].TrimEnd(' '),
        "event" => string.IsNullOrWhiteSpace(naughty) ? "PageLoad" : naughty.TrimEnd(' '),
        "campaign" => string.Concat(naughty.Where(character => !char.IsControl(character)).Take(200)).Trim(),
        "property name" => Properties(naughty.Length == 0 ? "x" : naughty, "1"),
        _ => Properties("x", naughty),
    };

    private static string Properties(string name, string value) => JsonSerializer.Serialize(
        new Dictionary<string, string> { [name] = value }, _asWritten);
}
