using BlazorTracking.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BlazorTracking.Features.Dashboard.Panels;

public sealed partial class RowMotion : IAsyncDisposable
{
    private ElementReference _marker;
    private IJSObjectReference? _module;
    private IJSObjectReference? _motion;

    [Inject]
    public required IJSRuntime Script { get; init; }

    public ValueTask DisposeAsync() => PageScript.ReleaseAsync(_module, _motion);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await Script.InvokeAsync<IJSObjectReference>("import", "./Features/Dashboard/Panels/RowMotion.razor.js");
            _motion = await _module.InvokeAsync<IJSObjectReference>("attach", _marker);
        }
    }
}
