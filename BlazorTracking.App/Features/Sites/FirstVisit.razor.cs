using BlazorTracking.Features.Live;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Sites;

/// <summary>Shows how to install the script, waits for the first visit, and tells of it once.</summary>
public sealed partial class FirstVisit : IDisposable
{
    private IDisposable? _subscription;

    /// <summary>The first visit's path, empty where it is not known; null while it is waited for.</summary>
    private string? _first;

    [Parameter, EditorRequired]
    public required Site Site { get; set; }

    /// <summary>The site has a visit.</summary>
    [Parameter]
    public EventCallback OnArrived { get; set; }

    [Inject]
    public required LiveFeed Feed { get; init; }

    [Inject]
    public required StatsReader Stats { get; init; }

    public void Dispose() => _subscription?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        // Subscribed first, then asked: a visit in between is not missed.
        _subscription = Feed.Subscribe(Site.Id, visits => _ = InvokeAsync(() => ArriveAsync(visits[0])));
        if (await Stats.HasVisitsAsync(Site.Id, CancellationToken.None))
        {
            await ArriveAsync(null);
        }
    }

    private async Task ArriveAsync(Visit? visit)
    {
        if (_first is not null)
        {
            return;
        }

        _first = visit?.Path ?? "";
        _subscription?.Dispose();
        StateHasChanged();
        await OnArrived.InvokeAsync();
    }
}
