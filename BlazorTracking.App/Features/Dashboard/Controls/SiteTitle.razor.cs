using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Controls;

public sealed partial class SiteTitle
{
    /// <summary>The site as it may be seen.</summary>
    [Parameter, EditorRequired]
    public required SiteView View { get; set; }

    /// <summary>The account's other sites.</summary>
    [Parameter]
    public IReadOnlyList<Site> Others { get; set; } = [];

    /// <summary>Visitors who are here now; null while they are read.</summary>
    [Parameter]
    public int? Online { get; set; }
}
