using Microsoft.AspNetCore.WebUtilities;

namespace BlazorTracking.Features.Sites.Sharing;

/// <summary>A dashboard in a frame of another page: in that page's colours, and without the way to other pages.</summary>
/// <param name="Theme">"light", "dark", or null to follow the reader's system.</param>
public sealed record Embedding(string? Theme)
{
    public const string Parameter = "embed";

    private const string Auto = "auto";

    /// <summary>What can be asked for.</summary>
    public static IReadOnlyList<string> Themes { get; } = [Auto, "light", "dark"];

    /// <summary>Reads the parameter; null where the dashboard stands by itself.</summary>
    public static Embedding? Parse(string? value) => value is null ? null : new Embedding(value is "light" or "dark" ? value : null);

    /// <summary>As the request asks for it.</summary>
    public static Embedding? Of(HttpRequest request) => Parse(request.Query[Parameter]);

    /// <summary>As the address of a page asks for it.</summary>
    public static Embedding? Of(Uri page) => Parse(QueryHelpers.ParseQuery(page.Query).TryGetValue(Parameter, out var value) ? value.ToString() : null);

    /// <summary>The page as it stands in a frame.</summary>
    public string Url(string page) => $"{page}?{Parameter}={Theme ?? Auto}";
}
