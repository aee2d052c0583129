namespace BlazorTracking.Features.Languages;

/// <summary>
/// How a language counts, after CLDR's plural rules for whole numbers
/// (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html).
/// </summary>
/// <param name="Forms">How many forms a text with a number has.</param>
/// <param name="Choose">The form for a number, from 0.</param>
public sealed record PluralRule(int Forms, Func<long, int> Choose)
{
    /// <summary>1 visit, 0 visits, 2 visits: English, German and most of their neighbours.</summary>
    public static PluralRule OneAndOther { get; } = new(2, number => number == 1 ? 0 : 1);
}
