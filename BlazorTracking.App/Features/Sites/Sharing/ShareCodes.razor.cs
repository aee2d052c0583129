using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Sites.Sharing;

public sealed partial class ShareCodes
{
    private string _theme = Embedding.Themes[0];

    [Parameter, EditorRequired]
    public int SiteId { get; set; }

    /// <summary>The site's name, for who listens to the page that shows the frame.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>What the codes open the dashboard with.</summary>
    [Parameter, EditorRequired]
    public required Pass Pass { get; set; }

    [Parameter]
    public bool HasPassword { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private string Frame =>
        $"""<iframe src="{Encoded(Absolute((Pass with { Embedding = Embedding.Parse(_theme) }).Dashboard(SiteId)))}" title="{Encoded(SharingText.FrameTitle.With(Name))}" loading="lazy" style="width: 100%; height: 1600px; border: 0"></iframe>""";

    private string Badge =>
        $"""<a href="{Encoded(Absolute(Pass.Dashboard(SiteId)))}"><img src="{Encoded(Absolute(Pass.Badge(SiteId)) + (_theme == "dark" ? $"?{LiveBadge.ThemeParameter}=dark" : ""))}" alt="{Encoded(SharingText.BadgeAlt)}" height="28"></a>""";

    private static string ThemeTitle(string theme) => theme switch
    {
        "light" => SharingText.ThemeLight,
        "dark" => SharingText.ThemeDark,
        _ => SharingText.ThemeAuto,
    };

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);

    private string Absolute(string path) => new Uri(new Uri(Navigation.BaseUri), path).AbsoluteUri;
}
