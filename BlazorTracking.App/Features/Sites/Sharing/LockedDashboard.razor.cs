using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace BlazorTracking.Features.Sites.Sharing;

public sealed partial class LockedDashboard
{
    [Parameter, EditorRequired]
    public int SiteId { get; set; }

    /// <summary>The secret of the link.</summary>
    [Parameter, EditorRequired]
    public required string Token { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private Uri Page => new(Navigation.Uri);

    /// <summary>A password was given, and it was not the right one.</summary>
    private bool IsWrong => QueryHelpers.ParseQuery(Page.Query).ContainsKey(ShareUnlock.WrongParameter);

    private bool IsEmbedded => Embedding.Of(Page) is not null;
}
