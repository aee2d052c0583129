using System.Globalization;

namespace BlazorTracking.Features.Visitors;

/// <summary>Language tags (BCP 47, RFC 5646) in their usual writing: "de", "en-GB", "zh-Hant-TW".</summary>
public static class LanguageTag
{
    public const int MaxLength = 35;

    /// <returns>The tag, or empty where it is none or longer than <see cref="MaxLength"/>.</returns>
    public static string Normalise(string? tag)
    {
        var text = tag?.Trim();
        if (text is not { Length: >= 2 and <= MaxLength })
        {
            return "";
        }

        // Some programs write the separator as POSIX does.
        var subtags = text.Replace('_', '-').Split('-');
        if (subtags[0] is not { Length: >= 2 and <= 8 } language || !language.All(char.IsAsciiLetter))
        {
            return "";
        }

        subtags[0] = language.ToLowerInvariant();
        var isExtension = false;
        for (var at = 1; at < subtags.Length; at++)
        {
            if (subtags[at] is not { Length: >= 1 and <= 8 } subtag || !subtag.All(char.IsAsciiLetterOrDigit))
            {
                return "";
            }

            isExtension |= subtag.Length == 1;
            subtags[at] = isExtension ? subtag.ToLowerInvariant() : Write(subtag);
        }

        return string.Join('-', subtags);
    }

    /// <summary>What the script sent, else the first entry of the <c>Accept-Language</c> header.</summary>
    public static string Of(string? sent, string? acceptLanguage)
    {
        var tag = Normalise(sent);
        return tag is "" && acceptLanguage is not null
            ? Normalise(acceptLanguage.Split([',', ';'], 2)[0])
            : tag;
    }

    // RFC 5646, 2.1.1: regions in capitals, scripts with a capital, the rest small.
    private static string Write(string subtag) => subtag.Length switch
    {
        2 => subtag.ToUpperInvariant(),
        4 when char.IsAsciiLetter(subtag[0]) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(subtag.ToLowerInvariant()),
        _ => subtag.ToLowerInvariant(),
    };
}
