using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Shell.Shortcuts;

/// <summary>Declares in a page what a key does while the page is shown. Draws nothing.</summary>
public sealed class ShortcutKey : ComponentBase, IDisposable
{
    private IDisposable? _entry;

    [Inject]
    public required ShortcutBook Book { get; init; }

    /// <inheritdoc cref="Shortcut.Key"/>
    [Parameter, EditorRequired]
    public required string Key { get; set; }

    /// <inheritdoc cref="Shortcut.Title"/>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <inheritdoc cref="Shortcut.Group"/>
    [Parameter, EditorRequired]
    public required string Group { get; set; }

    /// <inheritdoc cref="Shortcut.Press"/>
    [Parameter, EditorRequired]
    public EventCallback OnPress { get; set; }

    public void Dispose() => _entry?.Dispose();

    protected override void OnInitialized() => _entry = Book.Add(new Shortcut(Key, Title, Group, () => OnPress.InvokeAsync()));
}
