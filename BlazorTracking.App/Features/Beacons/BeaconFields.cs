using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Operation;

namespace BlazorTracking.Features.Beacons;

/// <summary>The fields of a beacon as they were found, and the rules that they must keep. Fields of other names are not looked at.</summary>
internal sealed class BeaconFields
{
    private const int MaximumDepth = 4;

    // In the order of Field.
    private static readonly string[] _names = ["url", "event", "referrer", "width", "language", "id", "properties"];
    private static readonly byte[][] _utf8Names = Array.ConvertAll(_names, Encoding.UTF8.GetBytes);

    private static readonly JsonDocumentOptions _jsonOptions = new() { MaxDepth = MaximumDepth, AllowDuplicateProperties = false };
    private static readonly JsonReaderOptions _readerOptions = new() { MaxDepth = MaximumDepth };

    // Properties are kept as they were written; whoever shows them encodes them.
    private static readonly JsonSerializerOptions _propertyOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly SearchValues<char> _controls =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code)]);

    private static readonly SearchValues<char> _idCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    // By Field; null for what was not sent.
    private readonly string?[] _values = new string?[_names.Length];
    private Dictionary<string, string[]>? _errors;

    private enum Field
    {
        Url,
        Event,
        Referrer,
        Width,
        Language,
        Id,
        Properties,
    }

    public void AddText(Dictionary<string, string> fields)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            _values[i] ??= fields.GetValueOrDefault(_names[i]);
        }
    }

    /// <exception cref="JsonException">The text is not a JSON object, is too deep, or names a field twice.</exception>
    /// <exception cref="DecoderFallbackException">The text is not UTF-8.</exception>
    public void AddJson(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, _readerOptions);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("The body is not an object.");
            }

            var names = new NamesOnce();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var field = names.Next(ref reader);
                reader.Read();
                AddJson(field, ref reader, json);
            }

            // What follows the object is an error.
            reader.Read();
        }
        catch (InvalidOperationException exception)
        {
            // A name with half a surrogate pair in it.
            throw new JsonException("A name is not valid Unicode text.", exception);
        }
    }

    public void AddError(string field, string message) =>
        (_errors ??= new Dictionary<string, string[]>(StringComparer.Ordinal)).TryAdd(field, [message]);

    public BeaconReading ToBeacon(string refererHeader)
    {
        var url = Text(Field.Url, Beacon.UrlMaxLength);
        if (url.Length == 0 && _errors?.ContainsKey(_names[(int)Field.Url]) != true)
        {
            url = Checked(Field.Url, refererHeader.Trim(), Beacon.UrlMaxLength);
        }

        PageAddress? page = null;
        if (url.Length == 0)
        {
            AddError(Field.Url, "This field is required.");
        }
        else if ((page = PageAddress.Read(url)) is null)
        {
            AddError(Field.Url, "Enter an absolute http(s) URL, or a path that begins with a slash.");
        }

        var beacon = new Beacon
        {
            Page = page ?? new PageAddress("", "/", ""),
            Event = Text(Field.Event, Beacon.EventMaxLength) is { Length: > 0 } name ? name : Visits.Visit.PageLoad,
            Referrer = Text(Field.Referrer, Beacon.ReferrerMaxLength),
            Width = Width(),
            Language = Text(Field.Language, Beacon.LanguageMaxLength),
            Id = Id(),
            Properties = Properties(),
        };
        return _errors is not null ? BeaconReading.Invalid(new FieldErrors(_errors)) : BeaconReading.Of(beacon);
    }

    private void AddJson(Field? field, ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var start = (int)reader.TokenStartIndex;
        var type = reader.TokenType;
        reader.Skip();
        var value = json[start..(int)reader.BytesConsumed];

        if (field is not { } known)
        {
            if (type is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                // Nothing of it is kept, but a name may not come twice there either.
                JsonDocument.Parse(value.ToArray(), _jsonOptions).Dispose();
            }
        }
        else if (type == JsonTokenType.String)
        {
            AddText(known, ref reader);
        }
        else if (type == JsonTokenType.Null || (known == Field.Properties && value.SequenceEqual("{}"u8)))
        {
            // As if it were not there.
        }
        else if (known is Field.Width or Field.Properties)
        {
            Add(known, StrictUtf8.Encoding.GetString(value));
        }
        else
        {
            AddError(known, "This field must be text.");
        }
    }

    private void AddText(Field field, ref Utf8JsonReader reader)
    {
        try
        {
            Add(field, reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            AddError(field, "This field is not valid Unicode text.");
        }
    }

    // The query's stays, but what the body says must be text too.
    private void Add(Field field, string value) => _values[(int)field] ??= value;

    private void AddError(Field field, string message) => AddError(_names[(int)field], message);

    private string Text(Field field, int maximum) =>
        _values[(int)field] is { } value ? Checked(field, string.IsNullOrWhiteSpace(value) ? "" : value.TrimEnd(' '), maximum) : "";

    private string Checked(Field field, string value, int maximum)
    {
        if (value.Length > maximum)
        {
            AddError(field, string.Create(CultureInfo.InvariantCulture, $"This field may have at most {maximum} characters."));
        }
        else if (HasControls(value))
        {
            AddError(field, "This field may not contain control characters.");
        }
        else
        {
            return value;
        }

        return "";
    }

    private static bool HasControls(string text) => text.AsSpan().ContainsAny(_controls);

    private int? Width()
    {
        if (Text(Field.Width, maximum: 10) is not { Length: > 0 } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width <= Beacon.WidthMaximum)
        {
            return width;
        }

        AddError(Field.Width, string.Create(CultureInfo.InvariantCulture, $"This field must be a whole number from 0 to {Beacon.WidthMaximum}."));
        return null;
    }

    private string Id()
    {
        var id = Text(Field.Id, Beacon.IdMaxLength);
        if (!id.AsSpan().ContainsAnyExcept(_idCharacters))
        {
            return id;
        }

        AddError(Field.Id, "This field may contain only letters, digits, hyphens and underscores.");
        return "";
    }

    private string Properties()
    {
        // Not through Text(): JSON may be indented, and what counts are the names and values in it.
        var json = _values[(int)Field.Properties];
        if (string.IsNullOrWhiteSpace(json))
        {
            return "";
        }

        try
        {
            using var document = JsonDocument.Parse(json, _jsonOptions);
            return Properties(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            AddError(Field.Properties, "This field must be a JSON object of texts, numbers and truth values.");
            return "";
        }
    }

    private string Properties(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("The properties are not an object.");
        }

        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
        {
            var value = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString()!,
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => property.Value.GetRawText(),
                _ => throw new JsonException("A property is neither text, number nor truth value."),
            };
            if (string.IsNullOrWhiteSpace(property.Name) || HasControls(property.Name) || HasControls(value))
            {
                AddError(Field.Properties, "A property needs a name, and neither name nor value may contain control characters.");
            }
            else if (property.Name.Length > Beacon.PropertyNameMaxLength || value.Length > Beacon.PropertyValueMaxLength)
            {
                AddError(Field.Properties, string.Create(CultureInfo.InvariantCulture, $"A property's name may have at most {Beacon.PropertyNameMaxLength} characters, its value {Beacon.PropertyValueMaxLength}."));
            }

            properties.Add(property.Name, value);
        }

        var text = properties.Count == 0 ? "" : JsonSerializer.Serialize(properties, _propertyOptions);
        if (properties.Count > Beacon.PropertiesMaximum || text.Length > Beacon.PropertiesMaxLength)
        {
            AddError(Field.Properties, string.Create(CultureInfo.InvariantCulture, $"There may be at most {Beacon.PropertiesMaximum} properties, with {Beacon.PropertiesMaxLength} characters in all."));
        }

        return text;
    }

    /// <summary>The names of an object, none of which may come twice.</summary>
    private struct NamesOnce
    {
        private int _fields;
        private HashSet<string>? _others;

        /// <summary>The field at whose name the reader is; null for a name that is none of a beacon's.</summary>
        /// <exception cref="JsonException">It came before.</exception>
        /// <exception cref="InvalidOperationException">It is not valid text.</exception>
        public Field? Next(ref Utf8JsonReader reader)
        {
            for (var i = 0; i < _utf8Names.Length; i++)
            {
                if (reader.ValueTextEquals(_utf8Names[i]))
                {
                    ThrowIf((_fields & (1 << i)) != 0);
                    _fields |= 1 << i;
                    return (Field)i;
                }
            }

            ThrowIf(!(_others ??= new HashSet<string>(StringComparer.Ordinal)).Add(reader.GetString()!));
            return null;
        }

        private static void ThrowIf(bool isTwice)
        {
            if (isTwice)
            {
                throw new JsonException("A name comes twice.");
            }
        }
    }
}
