using BlazorTracking.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BlazorTracking.Features.Dashboard.Controls;

/// <summary>Is open as long as it is rendered: who shows it takes it away when <see cref="OnClose"/> asks for it.</summary>
public sealed partial class Modal : IAsyncDisposable
{
    private readonly string _titleId = $"modal-{Guid.NewGuid():N}";
    private ElementReference _dialog;
    private IJSObjectReference? _module;
    private IJSObjectReference? _opened;

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    public ValueTask DisposeAsync() => PageScript.ReleaseAsync(_module, _opened);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await Script.InvokeAsync<IJSObjectReference>("import", "./Features/Dashboard/Controls/Modal.razor.js");
            _opened = await _module.InvokeAsync<IJSObjectReference>("open", _dialog);
        }
    }

    private Task CloseAsync() => OnClose.InvokeAsync();
}
