using System.Globalization;
using System.Text;
using MudBlazor;

namespace BlazorTracking.Shell;

/// <summary>
/// The one place for colours, radii and type. MudBlazor gets them as its theme, everything else as CSS variables from
/// <c>/theme.css</c>, which is written from the same values.
/// </summary>
public static class Theme
{
    private const string FontFamily = "Inter, ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

    /// <summary>A token's name, its light and its dark value.</summary>
    private static readonly (string Name, string Light, string Dark)[] _tokens =
    [
        ("page", "#F7F7F9", "#0F1014"),
        ("card", "#FFFFFF", "#17191F"),
        ("line", "#E6E7EC", "#272A33"),
        ("text", "#14161C", "#ECEEF3"),
        ("text-secondary", "#666C7A", "#9AA1B1"),
        ("text-caption", "#6B7180", "#8A91A1"),
        ("accent", "#512BD4", "#9E8CFC"),
        ("on-accent", "#FFFFFF", "#14161C"),
        ("bar", "#EEEBFC", "#26213F"),
        ("live", "#0F9D63", "#3DD68C"),
        ("good", "#0B7A4B", "#3DD68C"),
        ("bad", "#B3261E", "#FF8A80"),
        ("warning", "#B7791F", "#E0B04A"),
        ("hover", "#F1F1F5", "#1E2028"),
        ("tooltip", "#14161C", "#ECEEF3"),
        ("on-tooltip", "#FFFFFF", "#14161C"),
        ("map-0", "#ECEDF2", "#23262E"),
        ("map-1", "#DAD2F8", "#2F2A4D"),
        ("map-2", "#BFB1F2", "#40366F"),
        ("map-3", "#9C87E8", "#5A4A9E"),
        ("map-4", "#7757DC", "#7A66D0"),
        ("map-5", "#512BD4", "#9E8CFC"),
    ];

    public static MudTheme Mud { get; } = new()
    {
        PaletteLight = Palette(new PaletteLight(), token => token.Light),
        PaletteDark = Palette(new PaletteDark(), token => token.Dark),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = FontFamily.Split(", "), FontSize = "14px", LineHeight = "20px", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = FontFamily.Split(", "), FontSize = "14px", FontWeight = "500", TextTransform = "none", LetterSpacing = "normal" },
        },
    };

    /// <summary>
    /// The tokens as CSS variables for both modes: the reader's choice (<c>data-theme</c> on the root element) before
    /// the system's.
    /// </summary>
    public static string Css { get; } = BuildCss();

    private static TPalette Palette<TPalette>(TPalette palette, Func<(string Name, string Light, string Dark), string> mode)
        where TPalette : Palette
    {
        var tokens = _tokens.ToDictionary(token => token.Name, mode, StringComparer.Ordinal);
        palette.Primary = tokens["accent"];
        palette.PrimaryContrastText = tokens["on-accent"];
        palette.Secondary = tokens["text-secondary"];
        palette.Background = tokens["page"];
        palette.Surface = tokens["card"];
        palette.DrawerBackground = tokens["card"];
        palette.AppbarBackground = tokens["page"];
        palette.AppbarText = tokens["text"];
        palette.TextPrimary = tokens["text"];
        palette.TextSecondary = tokens["text-secondary"];
        palette.ActionDefault = tokens["text-secondary"];
        palette.LinesDefault = tokens["line"];
        palette.LinesInputs = tokens["line"];
        palette.TableLines = tokens["line"];
        palette.Divider = tokens["line"];
        palette.Success = tokens["good"];
        palette.Error = tokens["bad"];
        palette.Warning = tokens["warning"];
        palette.Info = tokens["accent"];
        return palette;
    }

    private static string BuildCss()
    {
        var css = new StringBuilder();
        Block(":root", token => token.Light, "light");
        css.Append("@media (prefers-color-scheme: dark) {\n");
        Block(":root:not([data-theme='light'])", token => token.Dark, "dark");
        css.Append("}\n");
        Block(":root[data-theme='dark']", token => token.Dark, "dark");
        return css.ToString();

        void Block(string selector, Func<(string Name, string Light, string Dark), string> mode, string scheme)
        {
            css.Append(CultureInfo.InvariantCulture, $"{selector} {{\n  color-scheme: {scheme};\n");
            foreach (var token in _tokens)
            {
                css.Append(CultureInfo.InvariantCulture, $"  --{token.Name}: {mode(token)};\n");
            }

            css.Append(CultureInfo.InvariantCulture, $"  --font: {FontFamily};\n}}\n");
        }
    }
}
