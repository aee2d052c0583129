using System.Globalization;
using System.Text;
using MudBlazor;

namespace BlazorTracking.Shell;

/// <summary>
/// The one place for colours, radii and type. Everything gets them as CSS variables from <c>/theme.css</c>: our own
/// components, the account pages, and MudBlazor's, whose variables are written from the same values.
/// </summary>
public static class Theme
{
    internal const string StylesheetPath = "/theme.css";

    /// <summary>Holds "light" or "dark"; absent while the reader follows the system.</summary>
    public const string CookieName = "theme";

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
        ("warning", "#8A5A00", "#E0B04A"),
        ("field-line", "#868C9A", "#666D7D"),
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

    /// <summary>
    /// The tokens as CSS variables for both modes, and MudBlazor's variables made from them: the reader's choice
    /// (<c>data-theme</c> on the root element) before the system's. It takes the place of MudThemeProvider, whose one
    /// mode would have to be asked of the circuit.
    /// </summary>
    public static string Css { get; } = BuildCss();

    internal static VersionedAsset Stylesheet { get; } = new(StylesheetPath, "text/css", Css);

    /// <summary>What the reader chose: "light", "dark", or null to follow the system.</summary>
    public static string? Choice(HttpContext? context) => context?.Request.Cookies[CookieName] switch
    {
        "light" => "light",
        "dark" => "dark",
        _ => null,
    };

    private static void Colour(Palette palette, IReadOnlyDictionary<string, string> tokens)
    {
        palette.Primary = palette.Info = tokens["accent"];
        palette.Secondary = palette.ActionDefault = palette.TextSecondary = palette.DrawerIcon = tokens["text-secondary"];
        palette.Background = palette.AppbarBackground = tokens["page"];
        palette.BackgroundGray = palette.TableHover = palette.TableStriped = tokens["hover"];
        palette.Surface = palette.DrawerBackground = tokens["card"];
        palette.TextPrimary = palette.AppbarText = palette.DrawerText = tokens["text"];
        palette.TextDisabled = palette.ActionDisabled = tokens["text-caption"];
        palette.LinesDefault = palette.TableLines = palette.Divider = palette.DividerLight = palette.Skeleton = palette.ActionDisabledBackground = tokens["line"];
        palette.LinesInputs = tokens["field-line"];
        palette.Success = tokens["good"];
        palette.Error = tokens["bad"];
        palette.Warning = tokens["warning"];
        palette.Dark = tokens["tooltip"];
        palette.GrayDefault = palette.GrayDark = tokens["text-secondary"];
        palette.PrimaryContrastText = palette.SecondaryContrastText = palette.InfoContrastText = palette.SuccessContrastText =
            palette.ErrorContrastText = palette.WarningContrastText = palette.DarkContrastText = tokens["on-accent"];
    }

    private static string BuildCss()
    {
        var css = new StringBuilder();
        Append(":root", "light", _tokens.ToDictionary(token => token.Name, token => token.Light, StringComparer.Ordinal));
        var dark = _tokens.ToDictionary(token => token.Name, token => token.Dark, StringComparer.Ordinal);
        css.Append("@media (prefers-color-scheme: dark) {\n");
        Append(":root:not([data-theme='light'])", "dark", dark);
        css.Append("}\n");
        Append(":root[data-theme='dark']", "dark", dark);
        return css.ToString();

        void Append(string selector, string scheme, Dictionary<string, string> tokens)
        {
            css.Append(CultureInfo.InvariantCulture, $"{selector} {{\n  color-scheme: {scheme};\n  --font: {FontFamily};\n");
            foreach (var (name, value) in tokens)
            {
                css.Append(CultureInfo.InvariantCulture, $"  --{name}: {value};\n");
            }

            css.Append("}\n").Append(new MudVariables(selector, tokens).ToCss());
        }
    }

    /// <summary>MudBlazor's own writer of its CSS variables, used outside of a page.</summary>
    private sealed class MudVariables : MudThemeProvider
    {
        public MudVariables(string selector, IReadOnlyDictionary<string, string> tokens)
        {
            var families = FontFamily.Replace("'", "", StringComparison.Ordinal).Split(", ");
            Theme = new MudTheme
            {
                PseudoCss = new PseudoCss { Scope = selector },
                LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
                Typography = new Typography
                {
                    Default = new DefaultTypography { FontFamily = families, FontSize = "14px", LineHeight = "20px", LetterSpacing = "normal" },
                    Body1 = new Body1Typography { FontSize = "14px", LineHeight = "20px", LetterSpacing = "normal" },
                    Body2 = new Body2Typography { FontSize = "14px", LineHeight = "20px", LetterSpacing = "normal" },
                    Caption = new CaptionTypography { FontSize = "12px", LineHeight = "16px", LetterSpacing = "normal" },
                    H6 = new H6Typography { FontSize = "16px", FontWeight = "650", LineHeight = "24px", LetterSpacing = "normal" },
                    Button = new ButtonTypography { FontSize = "14px", FontWeight = "550", LineHeight = "20px", TextTransform = "none", LetterSpacing = "normal" },
                },
            };
            Colour(Theme.PaletteLight, tokens);
        }

        public string ToCss()
        {
            var element = BuildTheme();
            return element[(element.IndexOf('>', StringComparison.Ordinal) + 1)..element.LastIndexOf("</style>", StringComparison.Ordinal)].Trim() + "\n";
        }
    }
}
