using BlazorTracking.Features.Sites.Sharing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BlazorTracking.Shell;

public sealed partial class Routes : IDisposable
{
    // The browser begins at the top of a page that it loads; only where Blazor changes the page must focus be moved.
    private bool _hasNavigated;

    /// <summary>What the browser was given for the password of a share link. The circuit has no other way to it.</summary>
    [Parameter]
    public string? Ticket { get; set; }

    [Inject]
    public required Viewer Viewer { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    public void Dispose() => Navigation.LocationChanged -= NoteNavigation;

    protected override void OnInitialized()
    {
        Viewer.Ticket = Ticket;
        Navigation.LocationChanged += NoteNavigation;
    }

    private void NoteNavigation(object? sender, LocationChangedEventArgs e) => _hasNavigated = true;
}
