using BlazorTracking.Features.Live;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Sites;

/// <summary>My sites, each with its day so far, live.</summary>
public sealed partial class SitesPage : IAsyncDisposable
{
    private string _search = "";
    private RenderThrottle? _throttle;

    [Inject]
    public required SitesBoard Board { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    public async ValueTask DisposeAsync()
    {
        Board.Changed -= Render;
        Board.Close();
        if (_throttle is not null)
        {
            await _throttle.DisposeAsync();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        await Board.ListAsync();
        if (RendererInfo.IsInteractive)
        {
            _throttle = new RenderThrottle(() => InvokeAsync(CatchUpAsync), exception => _ = DispatchExceptionAsync(exception), Clock);
            Board.Changed += Render;
            await Board.FollowAsync();
        }
    }

    private void Render(object? sender, EventArgs e) => _throttle?.Request();

    private async Task CatchUpAsync()
    {
        await Board.CatchUpAsync();
        StateHasChanged();
    }

    private IEnumerable<Site> Found(IEnumerable<Site> sites) => sites.Where(site =>
        site.Name.Contains(_search.Trim(), StringComparison.OrdinalIgnoreCase) || site.BaseUrl.Contains(_search.Trim(), StringComparison.OrdinalIgnoreCase));

    private string Summary(IReadOnlyList<Site> sites)
    {
        var figures = sites.Select(Board.Figures).ToList();
        if (figures.Exists(figure => figure is null))
        {
            return SitesText.SiteCount.For(sites.Count);
        }

        var online = figures.Sum(figure => figure!.Value.Online);
        return online == 0
            ? SitesText.NobodyOnline.For(sites.Count)
            : SitesText.Online.For(online, SitesText.OnYourSites.For(sites.Count));
    }
}
