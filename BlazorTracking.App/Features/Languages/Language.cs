using System.Globalization;

namespace BlazorTracking.Features.Languages;

/// <summary>A language in which the pages are written. docs/languages.md tells how one is added.</summary>
/// <param name="Code">ISO 639-1, as in the names of the resource files.</param>
/// <param name="Name">What its speakers call it.</param>
/// <param name="Plural">Which form of a text goes with which number.</param>
public sealed record Language(string Code, string Name, PluralRule Plural)
{
    /// <summary>All of them. Who understands none of them reads the first.</summary>
    public static IReadOnlyList<Language> All { get; } =
    [
        new("en", "English", PluralRule.OneAndOther),
        new("de", "Deutsch", PluralRule.OneAndOther),
    ];

    /// <summary>The one of the page that is being rendered.</summary>
    public static Language Current => Of(CultureInfo.CurrentUICulture) ?? All[0];

    /// <summary>Without the data of ICU (DOTNET_SYSTEM_GLOBALIZATION_INVARIANT) there is no culture but the invariant one.</summary>
    internal static bool IsInvariant { get; } = CultureInfo.GetCultures(CultureTypes.AllCultures).Length <= 1;

    /// <summary>A text for a file, which says the same to everybody.</summary>
    public static string InEnglish(Func<string> text) => Write(text, CultureInfo.CurrentCulture, CultureInfo.InvariantCulture);

    /// <summary>The language of that code; null where there is none, or the system knows none.</summary>
    public static Language? Find(string? code) =>
        IsInvariant ? null : All.FirstOrDefault(language => string.Equals(language.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The language of a culture, whatever its region; null where no page is written in it.</summary>
    public static Language? Of(CultureInfo culture) =>
        All.FirstOrDefault(language => string.Equals(language.Code, culture.TwoLetterISOLanguageName, StringComparison.Ordinal));

    /// <summary>A text in this language and with its numbers, whatever the reader's are.</summary>
    public string Write(Func<string> text)
    {
        var culture = CultureInfo.GetCultureInfo(Code);
        return Write(text, culture, culture);
    }

    private static string Write(Func<string> text, CultureInfo numbers, CultureInfo words)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (numbers, words);
        try
        {
            return text();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }
}
