using System.Globalization;
using System.Text.Encodings.Web;

namespace BlazorTracking.Features.Sites;

/// <summary>The lines that a site's owner pastes into its pages.</summary>
/// <param name="SiteId">The site that the visits are counted for.</param>
/// <param name="Server">This server as its visitors reach it: an absolute URL.</param>
public sealed record TrackingSnippet(int SiteId, Uri Server)
{
    /// <summary>The script's URL, encoded for an attribute.</summary>
    public string ScriptUrl => Encoded(AppUrls.TrackingScript);

    /// <summary>The URL of the image that counts visitors without scripts, encoded for an attribute.</summary>
    public string ImageUrl => Encoded($"{AppUrls.Beacon(SiteId)}?event={Visits.Visit.PageLoad}");

    public string Id => SiteId.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the script shall count on the developer's own machine too: it does nothing there unless told so.</summary>
    public bool IsLocal => Server.IsLoopback;

    /// <summary>What is pasted. The image asks for the whole referrer, because browsers send only the origin by default.</summary>
    public override string ToString() =>
        $"""
        <script defer src="{ScriptUrl}" data-site="{Id}"{(IsLocal ? " data-local" : "")}></script>
        <noscript><img src="{ImageUrl}" referrerpolicy="no-referrer-when-downgrade" width="1" height="1" alt=""></noscript>
        """;

    private string Encoded(string path) => HtmlEncoder.Default.Encode(new Uri(Server, path).AbsoluteUri);
}
