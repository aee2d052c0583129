using System.Globalization;
using System.Reflection;
using System.Text.Json;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Formats;

/// <summary>
/// A column of a visit in a file, and how its value is written as text and read back to the last unit. There is one for
/// every column of <see cref="Visit"/>, in its order.
/// </summary>
internal sealed class VisitField
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private readonly Func<Visit, string> _format;
    private readonly Func<Visit, string, bool> _tryRead;

    private VisitField(PropertyInfo property, string expected, Func<Visit, string> format, Func<Visit, string, bool> tryRead)
    {
        (PropertyName, Type, Expected, _format, _tryRead) = (property.Name, property.PropertyType, expected, format, tryRead);
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
    }

    private delegate bool TryParse<T>(string text, out T value);

    public static IReadOnlyList<VisitField> All { get; } =
        [.. typeof(Visit).GetProperties().Where(property => property.CanWrite).OrderBy(property => property.MetadataToken).Select(Of)];

    public static IReadOnlyDictionary<string, VisitField> ByName { get; } = All.ToDictionary(field => field.Name, StringComparer.Ordinal);

    /// <summary>"occurredAt".</summary>
    public string Name { get; }

    public string PropertyName { get; }

    public Type Type { get; }

    public bool IsText => Type == typeof(string);

    /// <summary>What the text must be, to be told to who wrote something else: "a whole number".</summary>
    public string Expected { get; }

    /// <summary>The value as text; empty for one that is not known.</summary>
    public string Format(Visit visit) => _format(visit);

    /// <summary>Sets the value of a visit that nobody else holds yet. False where the text is not <see cref="Expected"/>.</summary>
    public bool TryRead(Visit target, string text) => _tryRead(target, text);

    public static string FormatInstant(long instant) =>
        DateTimeOffset.FromUnixTimeMilliseconds(instant).ToString(InstantFormat, CultureInfo.InvariantCulture);

    private static VisitField Of(PropertyInfo property)
    {
        if (property.Name is nameof(Visit.OccurredAt) or nameof(Visit.SessionStartedAt))
        {
            return Of<long>(property, "a time such as 2026-03-02T10:00:00.000Z", FormatInstant, TryParseInstant);
        }

        return property.PropertyType switch
        {
            var type when type == typeof(string) => Of<string>(property, "text", text => text, TryTake),
            var type when type == typeof(int) => Of<int>(property, "a whole number", Invariant, (string text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)),
            var type when type == typeof(long) => Of<long>(property, "a whole number", Invariant, (string text, out long value) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)),
            var type when type == typeof(double?) => Of<double?>(property, "a number, or empty", value => value?.ToString("R", CultureInfo.InvariantCulture) ?? "", TryParseNumber),
            var type when type == typeof(Guid) => Of<Guid>(property, "a UUID", Invariant, (string text, out Guid value) => Guid.TryParseExact(text, "D", out value)),
            var type when type == typeof(VisitTrust) => Of<VisitTrust>(property, string.Join(" or ", Enum.GetNames<VisitTrust>()), value => value.ToString(), TryParseTrust),
            var type => throw new NotSupportedException($"Files have no form for {type}."),
        };
    }

    private static VisitField Of<T>(PropertyInfo property, string expected, Func<T, string> format, TryParse<T> tryParse)
    {
        var get = property.GetMethod!.CreateDelegate<Func<Visit, T>>();
        var set = property.SetMethod!.CreateDelegate<Action<Visit, T>>();
        return new VisitField(
            property,
            expected,
            visit => format(get(visit)),
            (visit, text) =>
            {
                var isValid = tryParse(text, out var value);
                if (isValid)
                {
                    set(visit, value);
                }

                return isValid;
            });
    }

    private static string Invariant<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static bool TryTake(string text, out string value)
    {
        value = text;
        return true;
    }

    private static bool TryParseInstant(string text, out long value)
    {
        var isValid = DateTimeOffset.TryParseExact(text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant);
        value = instant.ToUnixTimeMilliseconds();
        return isValid;
    }

    private static bool TryParseNumber(string text, out double? value)
    {
        value = null;
        if (text.Length == 0)
        {
            return true;
        }

        var isValid = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
        value = number;
        return isValid;
    }

    private static bool TryParseTrust(string text, out VisitTrust value) =>
        Enum.TryParse(text, out value) && Enum.IsDefined(value);
}
