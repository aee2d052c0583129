using System.Text.RegularExpressions;
using BlazorTracking.Operation;

namespace BlazorTracking.Shell;

/// <summary>
/// What MudBlazor's stylesheet says of the components that are used here. Whole, its 7 000 rules hold up every page:
/// a browser reads and matches them before it shows anything (docs/performance.md).
/// </summary>
/// <remarks>Who uses another component of MudBlazor names its classes here; a browser test finds those that are missing.</remarks>
internal static partial class MudStylesheet
{
    /// <summary>The starts of the class names of the components used, up to a hyphen or the end, without <c>mud-</c>.</summary>
    private static readonly string[] _families =
    [
        "alert-filled-normal", "autocomplete", "button-close", "button-label", "button-root", "button-text", "checkbox", "checked", "clickable",
        "default", "dense", "dialog", "disabled", "elevation", "error", "focus-trap", "focused", "form", "icon", "inherit", "input",
        "inputafter", "list", "overlay", "paper", "popover", "primary", "progress-linear", "radio", "readonly", "ripple",
        "scroll", "select", "selected", "shrink", "snackbar", "sr", "svg", "text", "typography",
    ];

    /// <summary>Classes for everything that those components wear.</summary>
    private static readonly string[] _utilities =
    [
        "d-flex", "fixed", "flex-column", "flex-grow-1", @"hover\:mud-primary-hover", "me-auto", "ms-2", "outline-none", "overflow-y-auto", "pointer-events-none", "px-2",
        "scroll-locked", "scroll-locked-no-padding",
    ];

    /// <summary>Elements that Blazor knows by their ids, and whose looks are <see cref="ConnectionLine"/>'s.</summary>
    private static readonly string[] _others = ["#blazor-error-ui", "#components-reconnect-modal"];

    public static VersionedAsset Served { get; } = new("/mudblazor.css", "text/css", Trim(EmbeddedFile.ReadText("MudBlazor.min.css")));

    /// <summary>Without the rules for classes that nothing here wears.</summary>
    /// <exception cref="FormatException">A block in <paramref name="css"/> is not closed.</exception>
    internal static string Trim(string css) => string.Concat(
        CssRule.Read(css).Select(rule => rule.Where(IsUsed)).OfType<CssRule>());

    private static bool IsUsed(string selector) =>
        !_others.Any(other => selector.Contains(other, StringComparison.Ordinal)) && ClassName().Matches(selector).All(name => IsWorn(name.Groups["name"].Value));

    private static bool IsWorn(string name) => name.StartsWith("mud-", StringComparison.Ordinal)
        ? _families.Any(family => name.AsSpan(4).StartsWith(family, StringComparison.Ordinal) && (name.Length == family.Length + 4 || name[family.Length + 4] == '-'))
        : _utilities.Contains(name, StringComparer.Ordinal);

    [GeneratedRegex(@"\.(?<name>-?[_a-zA-Z](?:[\w-]|\\.)*)", RegexOptions.NonBacktracking)]
    private static partial Regex ClassName();
}
