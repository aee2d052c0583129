namespace BlazorTracking.Features.Visitors;

/// <summary>
/// The user-agent client hints that a Chromium browser sends beside its frozen user agent, as received, each at most
/// <see cref="MaxLength"/> characters; null where not sent. https://wicg.github.io/ua-client-hints/
/// </summary>
/// <param name="Brands"><c>Sec-CH-UA</c>, or <c>Sec-CH-UA-Full-Version-List</c> where only that was sent.</param>
/// <param name="Platform"><c>Sec-CH-UA-Platform</c>, a quoted string.</param>
/// <param name="PlatformVersion"><c>Sec-CH-UA-Platform-Version</c>, a quoted string.</param>
/// <param name="Mobile"><c>Sec-CH-UA-Mobile</c>: <c>?1</c> or <c>?0</c>.</param>
public sealed record ClientHints(string? Brands, string? Platform, string? PlatformVersion, string? Mobile)
{
    public const int MaxLength = 400;

    public static ClientHints None { get; } = new(null, null, null, null);

    public static ClientHints From(IHeaderDictionary headers)
    {
        var hints = new ClientHints(
            Read(headers, "Sec-CH-UA") ?? Read(headers, "Sec-CH-UA-Full-Version-List"),
            Read(headers, "Sec-CH-UA-Platform"),
            Read(headers, "Sec-CH-UA-Platform-Version"),
            Read(headers, "Sec-CH-UA-Mobile"));
        return hints == None ? None : hints;
    }

    private static string? Read(IHeaderDictionary headers, string name) =>
        headers.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 } value
            ? BoundedText.Cut(value, MaxLength)
            : null;
}
