namespace BlazorTracking.Features.Beacons;

/// <summary>What is wrong with a beacon, by field. Answered as <c>{"errors":{"url":["This field is required."]}}</c>.</summary>
public sealed record FieldErrors(IReadOnlyDictionary<string, string[]> Errors)
{
    public static FieldErrors Of(string field, string message) =>
        new(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] });
}
