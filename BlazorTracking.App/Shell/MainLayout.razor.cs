using BlazorTracking.Features.Sites.Sharing;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Shell;

public sealed partial class MainLayout
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>In a frame of another page there is no way to other pages.</summary>
    private bool IsEmbedded => Embedding.Of(new Uri(Navigation.Uri)) is not null;
}
