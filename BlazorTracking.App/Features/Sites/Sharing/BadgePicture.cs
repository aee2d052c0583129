using System.Globalization;

namespace BlazorTracking.Features.Sites.Sharing;

/// <summary>The badge as a drawing, in the language of its reader. Holds nothing that a visitor chose.</summary>
public static class BadgePicture
{
    private const int DotWidth = 26;
    private const int Padding = 10;
    private const double CharacterWidth = 7.2;

    /// <param name="count">Visitors who are here now.</param>
    /// <param name="isDark">For pages with a dark ground.</param>
    public static string Of(int count, bool isDark)
    {
        var text = SharingText.BadgeText.With(Figure.Count(count));
        var width = Math.Ceiling(DotWidth + (text.Length * CharacterWidth) + Padding);
        var (card, line, ink, dot) = isDark ? ("#17191F", "#272A33", "#ECEEF3", "#3DD68C") : ("#FFFFFF", "#D5D7DE", "#14161C", "#0F9D63");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="28" viewBox="0 0 {width} 28" role="img" aria-label="{text}">
            <rect x=".5" y=".5" width="{width - 1}" height="27" rx="8" fill="{card}" stroke="{line}"/>
            <circle cx="15" cy="14" r="4" fill="{dot}"/>
            <text x="{DotWidth}" y="18.5" textLength="{text.Length * CharacterWidth:0.#}" font-family="ui-sans-serif,system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif" font-size="13" font-weight="600" fill="{ink}">{text}</text>
            </svg>
            """);
    }
}
