using System.Text.Encodings.Web;
using System.Text.Json;

namespace BlazorTracking.Features.Stats;

/// <summary>
/// The properties of an event as they are listed and filtered by: "plan: pro". They are stored as one JSON object of texts,
/// in which a filter looks for them: a quote inside of a name or value is escaped there, so that none is taken for another.
/// </summary>
internal static class PropertyText
{
    private const string Separator = ": ";

    /// <summary>Every property of the stored object; none where there is no object.</summary>
    public static IReadOnlyList<string> Of(string json)
    {
        if (json.Length == 0)
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. document.RootElement.EnumerateObject().Select(property => property.Name + Separator + property.Value)];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>
    /// The same filter on the stored object: whether it contains one of some texts. A name alone stands for every value
    /// of the property. <see cref="FilterOperator.Matches"/> is not offered; it looks for its values as they are.
    /// </summary>
    public static VisitFilter OnObject(VisitFilter filter)
    {
        var isWhole = filter.Operator is FilterOperator.Is or FilterOperator.IsNot;
        return new VisitFilter(
            filter.Dimension,
            filter.IsNegative() ? FilterOperator.DoesNotContain : FilterOperator.Contains,
            [.. filter.Values.SelectMany(value => isWhole ? Whole(value) : Parts(value))]);
    }

    private static IEnumerable<string> Whole(string property) => Pairs(property).ToList() is { Count: > 0 } pairs
        ? pairs.SelectMany(pair => (string[])[$"\"{pair}\",", $"\"{pair}\"}}"])
        : [$"\"{Encode(property)}\":"];

    private static IEnumerable<string> Parts(string text) => [Encode(text), .. Pairs(text)];

    // A name may hold the separator too: then there are several places where the name may end.
    private static IEnumerable<string> Pairs(string property)
    {
        for (var end = property.IndexOf(Separator, StringComparison.Ordinal); end >= 0; end = property.IndexOf(Separator, end + 1, StringComparison.Ordinal))
        {
            yield return $"{Encode(property[..end])}\":\"{Encode(property[(end + Separator.Length)..])}";
        }
    }

    private static string Encode(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;
}
