using System.Globalization;
using System.Net;
using System.Text.Json;
using BlazorTracking.Features.Commands.Import.Hits;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Import.Matomo;

/// <summary>A visit of Matomo's, which is a session of this program's, with its actions.</summary>
internal sealed class MatomoVisit(JsonElement visit)
{
    public string Id { get; } = Text(visit, "idVisit");

    public string Visitor { get; } = Text(visit, "visitorId");

    public IPAddress? Address { get; } = IPAddress.TryParse(Text(visit, "visitIp"), out var address) ? AddressRules.Normalise(address) : null;

    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem => this switch
    {
        { Id: "" } => "idVisit is missing.",
        { Visitor: "" } => "visitorId is missing.",
        _ when !visit.TryGetProperty("actionDetails", out var actions) || actions.ValueKind != JsonValueKind.Array => "actionDetails is missing: export the visits with their actions.",
        _ => null,
    };

    public IEnumerable<MatomoAction> Actions => visit.GetProperty("actionDetails").EnumerateArray().Select(MatomoAction.Read);

    /// <summary>One of its actions as a visit, without id, session and visitor.</summary>
    public Visit Make(MatomoAction action, string siteHost)
    {
        var page = action.Page!;
        var host = page.Host.Length > 0 ? page.Host : siteHost;
        var (latitude, longitude) = (Degrees("latitude", 90), Degrees("longitude", 180));
        return new Visit
        {
            OccurredAt = action.Time,
            Event = action.Event,
            Hostname = host,
            Path = BoundedText.Clean(page.Path, Referral.PathMaxLength),
            Country = ForeignText.Country(Text(visit, "countryCode")),
            Region = ForeignText.Place(Text(visit, "region")),
            City = ForeignText.Place(Text(visit, "city")),
            Latitude = longitude is null ? null : latitude,
            Longitude = latitude is null ? null : longitude,
            Browser = MatomoNames.Browser(Text(visit, "browserName")),
            BrowserVersion = ForeignText.Version(Text(visit, "browserVersion")),
            OperatingSystem = MatomoNames.OperatingSystem(Text(visit, "operatingSystemName")),
            OperatingSystemVersion = ForeignText.Version(Text(visit, "operatingSystemVersion")),
            Device = ForeignText.Device(Text(visit, "deviceType")),
            Screen = ForeignText.Screen(Text(visit, "resolution")),
            Language = LanguageTag.Normalise(Text(visit, "languageCode")),
        }.With(ReferralReader.Read(host, Query(page.Query), Text(visit, "referrerUrl"), siteHost));
    }

    /// <summary>The property as text; empty where there is none.</summary>
    internal static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        }
        : "";

    // Matomo takes campaigns out of the URL and has names of its own for their parameters.
    private string Query(string query)
    {
        (string Parameter, string Property)[] tags =
        [
            ("utm_source", "campaignSource"), ("utm_medium", "campaignMedium"), ("utm_campaign", "campaignName"), ("utm_content", "campaignContent"), ("utm_term", "campaignKeyword"),
        ];
        var campaign = tags.Where(tag => Text(visit, tag.Property).Length > 0).Select(tag => $"{tag.Parameter}={Uri.EscapeDataString(Text(visit, tag.Property))}").ToList();
        if (campaign.Count == 0 && Text(visit, "referrerType") == "campaign" && Text(visit, "referrerName") is { Length: > 0 } name)
        {
            campaign.Add($"utm_campaign={Uri.EscapeDataString(name)}");
        }

        return string.Join('&', [query, .. campaign]).TrimStart('&');
    }

    private double? Degrees(string name, double most) =>
        double.TryParse(Text(visit, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;
}
