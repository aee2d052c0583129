using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Sites;

/// <summary>What to paste into a site's pages. Goes on to the dashboard when the first visit arrives.</summary>
public sealed partial class SiteInstallPage : IDisposable
{
    private static readonly TimeSpan _timeToRead = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _left = new();
    private bool _hasVisits;

    [Inject]
    public required StatsReader Stats { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnSiteReadAsync(Site site) =>
        _hasVisits = RendererInfo.IsInteractive && await Stats.HasVisitsAsync(site.Id, CancellationToken.None);

    private async Task ArriveAsync()
    {
        // Who comes back to read the lines again is not sent away.
        if (_hasVisits)
        {
            return;
        }

        _hasVisits = true;
        var site = SiteId;
        await Task.Delay(_timeToRead, Clock, _left.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!_left.IsCancellationRequested && site == SiteId)
        {
            Navigation.NavigateTo(AppUrls.Site(site));
        }
    }
}
