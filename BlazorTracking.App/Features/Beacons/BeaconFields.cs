using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Features.Beacons;

/// <summary>The fields of a beacon as they were found, and the rules that they must keep. Fields of other names are not looked at.</summary>
internal sealed class BeaconFields
{
    private static readonly string[] _names = ["url", "event", "referrer", "width", "language", "id", "properties"];

    private static readonly JsonDocumentOptions _jsonOptions = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    // Properties are kept as they were written; whoever shows them encodes them.
    private static readonly JsonSerializerOptions _propertyOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly SearchValues<char> _controls =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code)]);

    private static readonly SearchValues<char> _idCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly Dictionary<string, string> _values = new(_names.Length, StringComparer.Ordinal);
    private Dictionary<string, string[]>? _errors;

    public void AddText(Dictionary<string, string> fields)
    {
        foreach (var name in _names)
        {
            if (fields.TryGetValue(name, out var value))
            {
                _values.TryAdd(name, value);
            }
        }
    }

    /// <exception cref="JsonException">The text is not a JSON object.</exception>
    public void AddJson(byte[] json)
    {
        using var document = Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("The body is not an object.");
        }

        foreach (var name in _names)
        {
            if (document.RootElement.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                AddJson(name, value);
            }
        }
    }

    public void AddError(string field, string message) =>
        (_errors ??= new Dictionary<string, string[]>(StringComparer.Ordinal)).TryAdd(field, [message]);

    public BeaconReading ToBeacon(string refererHeader)
    {
        var url = Text("url", Beacon.UrlMaxLength);
        if (url.Length == 0 && _errors?.ContainsKey("url") != true)
        {
            url = Checked("url", refererHeader.Trim(), Beacon.UrlMaxLength);
        }

        PageAddress? page = null;
        if (url.Length == 0)
        {
            AddError("url", "This field is required.");
        }
        else if ((page = PageAddress.Read(url)) is null)
        {
            AddError("url", "Enter an absolute http(s) URL, or a path that begins with a slash.");
        }

        var beacon = new Beacon
        {
            Page = page ?? new PageAddress("", "/", ""),
            Event = Text("event", Beacon.EventMaxLength) is { Length: > 0 } name ? name : Visits.Visit.PageLoad,
            Referrer = Text("referrer", Beacon.ReferrerMaxLength),
            Width = Width(),
            Language = Text("language", Beacon.LanguageMaxLength),
            Id = Id(),
            Properties = Properties(),
        };
        return _errors is not null ? BeaconReading.Invalid(new FieldErrors(_errors)) : BeaconReading.Of(beacon);
    }

    private void AddJson(string name, JsonElement value)
    {
        var expectsText = name is not ("width" or "properties");
        if (expectsText && value.ValueKind != JsonValueKind.String)
        {
            AddError(name, "This field must be text.");
        }
        else if (value.ValueKind == JsonValueKind.String)
        {
            AddText(name, value);
        }
        else
        {
            _values.TryAdd(name, value.GetRawText());
        }
    }

    private void AddText(string name, JsonElement value)
    {
        try
        {
            _values.TryAdd(name, value.GetString()!);
        }
        catch (InvalidOperationException)
        {
            AddError(name, "This field is not valid Unicode text.");
        }
    }

    private static JsonDocument Parse(byte[] json)
    {
        try
        {
            return JsonDocument.Parse(json, _jsonOptions);
        }
        catch (InvalidOperationException exception)
        {
            // A name with half a surrogate pair in it.
            throw new JsonException("A name is not valid Unicode text.", exception);
        }
    }

    private string Text(string name, int maximum) =>
        _values.TryGetValue(name, out var value) ? Checked(name, string.IsNullOrWhiteSpace(value) ? "" : value.TrimEnd(' '), maximum) : "";

    private string Checked(string name, string value, int maximum)
    {
        if (value.Length > maximum)
        {
            AddError(name, string.Create(CultureInfo.InvariantCulture, $"This field may have at most {maximum} characters."));
        }
        else if (HasControls(value))
        {
            AddError(name, "This field may not contain control characters.");
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
        if (Text("width", maximum: 10) is not { Length: > 0 } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width <= Beacon.WidthMaximum)
        {
            return width;
        }

        AddError("width", string.Create(CultureInfo.InvariantCulture, $"This field must be a whole number from 0 to {Beacon.WidthMaximum}."));
        return null;
    }

    private string Id()
    {
        var id = Text("id", Beacon.IdMaxLength);
        if (!id.AsSpan().ContainsAnyExcept(_idCharacters))
        {
            return id;
        }

        AddError("id", "This field may contain only letters, digits, hyphens and underscores.");
        return "";
    }

    private string Properties()
    {
        // Not through Text(): JSON may be indented, and what counts are the names and values in it.
        if (!_values.TryGetValue("properties", out var json) || string.IsNullOrWhiteSpace(json))
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
            AddError("properties", "This field must be a JSON object of texts, numbers and truth values.");
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
                AddError("properties", "A property needs a name, and neither name nor value may contain control characters.");
            }
            else if (property.Name.Length > Beacon.PropertyNameMaxLength || value.Length > Beacon.PropertyValueMaxLength)
            {
                AddError("properties", string.Create(CultureInfo.InvariantCulture, $"A property's name may have at most {Beacon.PropertyNameMaxLength} characters, its value {Beacon.PropertyValueMaxLength}."));
            }

            properties.Add(property.Name, value);
        }

        var text = properties.Count == 0 ? "" : JsonSerializer.Serialize(properties, _propertyOptions);
        if (properties.Count > Beacon.PropertiesMaximum || text.Length > Beacon.PropertiesMaxLength)
        {
            AddError("properties", string.Create(CultureInfo.InvariantCulture, $"There may be at most {Beacon.PropertiesMaximum} properties, with {Beacon.PropertiesMaxLength} characters in all."));
        }

        return text;
    }
}
