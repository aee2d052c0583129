using System.Globalization;
using System.Text.Json;
using BlazorTracking.Data;
using BlazorTracking.Features.Visits;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Commands.Import;

/// <summary>What a visit must keep to be stored: the rules under which the beacons make it.</summary>
internal sealed class VisitRules(IDbContextFactory<TrackingDbContext> contexts, TimeProvider time)
{
    private static readonly long _earliest = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private static readonly TimeSpan _fastClock = TimeSpan.FromDays(1);

    private readonly Lazy<IReadOnlyList<(string Name, int Maximum, Func<Visit, string> Read)>> _texts = new(() => ReadTexts(contexts));

    /// <summary>What is wrong with the visit, in a sentence, or null.</summary>
    public string? ErrorOf(Visit visit) => TextError(visit) ?? ValueError(visit);

    private string? TextError(Visit visit)
    {
        foreach (var (name, maximum, read) in _texts.Value)
        {
            var text = read(visit);
            if (text.Length > maximum)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{name} may have at most {maximum} characters.");
            }

            if (text.Any(char.IsControl))
            {
                return $"{name} may not hold control characters.";
            }

            if (text.EndsWith(' '))
            {
                return $"{name} may not end in a blank.";
            }
        }

        return null;
    }

    private string? ValueError(Visit visit) => visit switch
    {
        { Id: var id } when id == Guid.Empty => "id is missing.",
        { OccurredAt: var at } when at < _earliest => "occurredAt is before the year 2000.",
        { OccurredAt: var at } when at > (time.GetUtcNow() + _fastClock).ToUnixTimeMilliseconds() => "occurredAt is in the future.",
        { Event: "" } => "event is missing.",
        { Path: not ['/', ..] } => "path must begin with a slash.",
        { NewVisitor: not (0 or 1) } => "newVisitor must be 0 or 1.",
        { NewPageVisitor: not (0 or 1) } => "newPageVisitor must be 0 or 1.",
        { NewPageVisitor: 1, IsPageView: false } => "newPageVisitor must be 0, for an event is no view of a page.",
        { NewSession: not (0 or 1) } => "newSession must be 0 or 1.",
        { Bounce: not (-1 or 0 or 1) } => "bounce must be -1, 0 or 1.",
        { DurationMs: < 0 } => "durationMs may not be negative.",
        { SessionStartedAt: var startedAt, OccurredAt: var at } when startedAt > at => "sessionStartedAt is after occurredAt.",
        { Country.Length: not (0 or 2) } => "country must be a code of two letters, or empty.",
        { Latitude: < -90 or > 90 } => "latitude must be between -90 and 90.",
        { Longitude: < -180 or > 180 } => "longitude must be between -180 and 180.",
        { Properties: not "" } when !AreProperties(visit.Properties) => "properties must be a JSON object of texts, or empty.",
        _ => null,
    };

    private static bool AreProperties(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.EnumerateObject().All(property => property.Value.ValueKind == JsonValueKind.String);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // The lengths are those of the database's columns: what is read here fits every engine.
    private static List<(string, int, Func<Visit, string>)> ReadTexts(IDbContextFactory<TrackingDbContext> contexts)
    {
        using var context = contexts.CreateDbContext();
        return
        [
            .. from property in context.Model.FindEntityType(typeof(Visit))!.GetProperties()
               where property.ClrType == typeof(string) && property.GetMaxLength() is not null
               let read = property.PropertyInfo!.GetMethod!.CreateDelegate<Func<Visit, string>>()
               select (JsonNamingPolicy.CamelCase.ConvertName(property.Name), property.GetMaxLength()!.Value, read),
        ];
    }
}
