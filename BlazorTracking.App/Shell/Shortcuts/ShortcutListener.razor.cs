using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace BlazorTracking.Shell.Shortcuts;

/// <summary>Hears the keys of <see cref="ShortcutBook"/> for as long as it is rendered; "?" lists them. Draws nothing.</summary>
public sealed partial class ShortcutListener : IAsyncDisposable
{
    public const string ListKey = "?";

    private DotNetObjectReference<ShortcutListener>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _keys;
    private IDisposable? _list;
    private bool _isTelling;

    [Inject]
    public required ShortcutBook Book { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [JSInvokable]
    public Task PressAsync(string key) => InvokeAsync(() => Book.PressAsync(key));

    public async ValueTask DisposeAsync()
    {
        Book.Changed -= Tell;
        _list?.Dispose();
        await PageScript.ReleaseAsync(_module, _keys);
        _self?.Dispose();
    }

    protected override void OnInitialized()
    {
        _list = Book.Add(new Shortcut(ListKey, ShellText.ShortcutList, ShellText.ShortcutsEverywhere, () => Dialogs.ShowAsync<ShortcutsDialog>(ShellText.Shortcuts, new DialogOptions { CloseButton = true, CloseOnEscapeKey = true })));
        Book.Changed += Tell;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await Script.InvokeAsync<IJSObjectReference>("import", "./Shell/Shortcuts/ShortcutListener.razor.js");
            _keys = await _module.InvokeAsync<IJSObjectReference>("listen", _self);
            await TellAsync();
        }
    }

    // A page that goes and one that comes change many keys at once.
    private void Tell(object? sender, EventArgs change)
    {
        if (!_isTelling)
        {
            _isTelling = true;
            _ = InvokeAsync(async () =>
            {
                await Task.Yield();
                await TellAsync();
            });
        }
    }

    private async Task TellAsync()
    {
        _isTelling = false;
        try
        {
            if (_keys is { } keys)
            {
                await keys.InvokeVoidAsync("set", Book.All.Select(shortcut => shortcut.Key).Distinct().ToList());
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its keys with it.
        }
    }
}
