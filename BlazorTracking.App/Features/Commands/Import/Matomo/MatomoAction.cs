using System.Globalization;
using System.Text.Json;
using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Import.Matomo;

/// <summary>Something that was done during a visit of Matomo's.</summary>
/// <param name="Time">UTC, Unix milliseconds.</param>
/// <param name="Event">A page view's or an event's name.</param>
/// <param name="Page">Where; null where there is a problem or a reason.</param>
/// <param name="Reason">Why it is nothing to be counted, or null.</param>
/// <param name="Problem">What is wrong with it, or null.</param>
internal sealed record MatomoAction(long Time, string Event, PageAddress? Page, string? Reason = null, string? Problem = null)
{
    private const string CustomEvent = "event";

    public static MatomoAction Read(JsonElement action)
    {
        if (action.ValueKind != JsonValueKind.Object)
        {
            return Wrong("An action must be a JSON object.");
        }

        var type = MatomoVisit.Text(action, "type");
        if (Name(type, action) is not { } name)
        {
            return new MatomoAction(0, "", null, Reason: $"action of type {BoundedText.Clean(type, 30)}");
        }

        if (!long.TryParse(MatomoVisit.Text(action, "timestamp"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > uint.MaxValue)
        {
            return Wrong("An action's timestamp must be a Unix time in seconds.");
        }

        return PageAddress.Read(MatomoVisit.Text(action, "url")) is { } page
            ? new MatomoAction(seconds * 1000, name, page)
            : new MatomoAction(0, "", null, Reason: "action without a page");
    }

    private static string? Name(string type, JsonElement action) => type switch
    {
        "action" => Visit.PageLoad,
        CustomEvent => BoundedText.Clean(
            string.Join(": ", ((string[])["eventCategory", "eventAction", "eventName"]).Select(part => MatomoVisit.Text(action, part)).Where(part => part.Length > 0)),
            Beacon.EventMaxLength) is { Length: > 0 } name ? name : null,
        _ => null,
    };

    private static MatomoAction Wrong(string problem) => new(0, "", null, Problem: problem);
}
