using System.Globalization;
using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Funnels;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Funnels;

public sealed partial class FunnelPanel : IDisposable
{
    private const int Rows = 6;

    private LiveReading<ShownFunnel>? _reading;
    private SiteList<Funnel>? _funnels;
    private int? _selected;

    [Inject]
    public required FunnelBook Book { get; init; }

    [Inject]
    public required StatsReader Stats { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ILogger<FunnelPanel> Logger { get; init; }

    /// <summary>The site as it may be seen.</summary>
    [Parameter, EditorRequired]
    public required SiteView View { get; set; }

    /// <summary>What is read; null until it is known.</summary>
    [Parameter, EditorRequired]
    public StatsQuery? Asked { get; set; }

    /// <summary>Changes with the visits that were counted in.</summary>
    [Parameter, EditorRequired]
    public long Beat { get; set; }

    private int SiteId => View.Site.Id;

    private Funnel? Shown => _reading?.Value?.Funnel;

    private IReadOnlyList<PanelTab> Tabs =>
        [.. (_reading?.Value?.All ?? []).Select(funnel => new PanelTab(funnel.Id.ToString(CultureInfo.InvariantCulture), funnel.Name))];

    public void Dispose() => _reading?.Dispose();

    protected override void OnInitialized()
    {
        _funnels = new SiteList<Funnel>(Book.ListAsync, Clock);
        _reading = new LiveReading<ShownFunnel>(ReadAsync, StateHasChanged, exception => Log.NotRead(Logger, exception, SiteId));
    }

    protected override void OnParametersSet() => _reading!.Show(Asked, Beat);

    private static string Width(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private async Task<ShownFunnel> ReadAsync(StatsQuery query, bool takesRecent, CancellationToken cancellationToken)
    {
        var funnels = await _funnels!.ReadAsync(query.SiteId, takesRecent, cancellationToken);
        var funnel = funnels.FirstOrDefault(funnel => funnel.Id == _selected) ?? (funnels.Count > 0 ? funnels[0] : null);
        return new ShownFunnel(funnels, funnel, funnel is null ? [] : await Stats.ReadFunnelAsync(query, funnel.Steps, takesRecent, cancellationToken));
    }

    private void Select(string id)
    {
        _selected = int.Parse(id, CultureInfo.InvariantCulture);
        _reading!.Renew();
    }

    private sealed record ShownFunnel(IReadOnlyList<Funnel> All, Funnel? Funnel, IReadOnlyList<long> Reached)
    {
        /// <summary>Of the sessions that took the first step, the part that came to this one.</summary>
        public double Share(int step) => Reached[0] == 0 ? 0 : (double)Reached[step] / Reached[0];

        /// <summary>Of the sessions that came to the step before, the part that did not come to this one; null where nobody did, and at the first.</summary>
        public double? Lost(int step) => step == 0 || Reached[step - 1] == 0 ? null : 1 - ((double)Reached[step] / Reached[step - 1]);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The funnels of site {SiteId} could not be read.")]
        public static partial void NotRead(ILogger logger, Exception exception, int siteId);
    }
}
