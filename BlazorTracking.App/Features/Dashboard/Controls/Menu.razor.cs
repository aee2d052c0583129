using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace BlazorTracking.Features.Dashboard.Controls;

public sealed partial class Menu : IDisposable
{
    private ElementReference _button;
    private bool _isOpen;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required RenderFragment Button { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>What the button is for, where its text alone does not say it.</summary>
    [Parameter]
    public string? ButtonLabel { get; set; }

    [Parameter]
    public string? ButtonClass { get; set; }

    /// <summary>The list ends where the button ends, instead of beginning where it begins.</summary>
    [Parameter]
    public bool AlignEnd { get; set; }

    public void Dispose() => Navigation.LocationChanged -= CloseOnNavigation;

    protected override void OnInitialized() => Navigation.LocationChanged += CloseOnNavigation;

    private void Toggle() => _isOpen = !_isOpen;

    private void Close() => _isOpen = false;

    private async Task CloseOnEscape(KeyboardEventArgs press)
    {
        if (_isOpen && press.Key == "Escape")
        {
            Close();
            await _button.FocusAsync();
        }
    }

    private void CloseOnNavigation(object? sender, LocationChangedEventArgs change)
    {
        if (_isOpen)
        {
            Close();
            StateHasChanged();
        }
    }
}
