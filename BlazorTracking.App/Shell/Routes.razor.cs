using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BlazorTracking.Shell;

public sealed partial class Routes : IDisposable
{
    // The browser begins at the top of a page that it loads; only where Blazor changes the page must focus be moved.
    private bool _hasNavigated;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    public void Dispose() => Navigation.LocationChanged -= NoteNavigation;

    protected override void OnInitialized() => Navigation.LocationChanged += NoteNavigation;

    private void NoteNavigation(object? sender, LocationChangedEventArgs e) => _hasNavigated = true;
}
