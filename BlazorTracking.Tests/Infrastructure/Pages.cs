using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>Answers as a browser would take them.</summary>
public static class Pages
{
    public static async Task<IHtmlDocument> ReadPageAsync(this HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    /// <summary>The text of the page's main part, without the space between.</summary>
    public static string MainText(this IHtmlDocument page) =>
        string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Path and query of a URL that may be relative.</summary>
    public static string PathAndQuery(this Uri url) => url.IsAbsoluteUri ? url.PathAndQuery : url.OriginalString;
}
