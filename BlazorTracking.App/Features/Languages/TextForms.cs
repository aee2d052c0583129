using System.Globalization;

namespace BlazorTracking.Features.Languages;

/// <summary>Texts of the resource files with what belongs in their placeholders, written in the page's culture.</summary>
public static class TextForms
{
    /// <summary>Stands between the plural forms of a text.</summary>
    public const char Separator = '|';

    /// <summary>The text with the values in place of {0}, {1} and so on.</summary>
    public static string With(this string text, params object?[] values) => string.Format(CultureInfo.CurrentCulture, text, values);

    /// <summary>
    /// The form of the text that goes with the number, which is {0} in it, and the values {1} and so on:
    /// "{0:N0} visit|{0:N0} visits" for 2 is "2 visits".
    /// </summary>
    public static string For(this string forms, long number, params object?[] values) =>
        forms.Split(Separator)[Language.Current.Plural.Choose(number)].With([number, .. values]);
}
