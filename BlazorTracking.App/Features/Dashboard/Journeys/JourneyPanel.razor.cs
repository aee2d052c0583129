using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Journeys;

public sealed partial class JourneyPanel : IDisposable
{
    private const int Rows = 7;
    private const int MostPages = 50;

    private readonly string _id = $"journey-{Guid.NewGuid():N}";
    private LiveReading<ShownJourney>? _reading;
    private string? _path;

    [Inject]
    public required SiteAccess Access { get; init; }

    [Inject]
    public required StatsReader Stats { get; init; }

    [Inject]
    public required ILogger<JourneyPanel> Logger { get; init; }

    [Parameter, EditorRequired]
    public int SiteId { get; set; }

    /// <summary>What is read; null until it is known.</summary>
    [Parameter, EditorRequired]
    public StatsQuery? Asked { get; set; }

    /// <summary>Changes with the visits that were counted in.</summary>
    [Parameter, EditorRequired]
    public long Beat { get; set; }

    public void Dispose() => _reading?.Dispose();

    protected override void OnInitialized() =>
        _reading = new LiveReading<ShownJourney>(ReadAsync, StateHasChanged, exception => Log.NotRead(Logger, exception, SiteId));

    protected override void OnParametersSet() => _reading!.Show(Asked, Beat);

    // Of the page that was chosen, or else of the most visited one.
    private async Task<ShownJourney> ReadAsync(StatsQuery query, bool takesRecent, CancellationToken cancellationToken)
    {
        if (await Access.FindViewAsync(query.SiteId, cancellationToken) is not { } view || !view.Shows(SitePanels.Journeys))
        {
            return new ShownJourney([], null);
        }

        var top = await Stats.ReadTopPagesAsync(query, MostPages, takesRecent, cancellationToken);
        if ((_path ?? (top.Count > 0 ? top[0] : null)) is not { } path)
        {
            return new ShownJourney([], null);
        }

        IReadOnlyList<string> pages = top.Contains(path, StringComparer.Ordinal) ? top : [path, .. top];
        return new ShownJourney(pages, await Stats.ReadJourneyAsync(query, path, JourneySide.MostRows, takesRecent, cancellationToken));
    }

    private void Choose(string path)
    {
        _path = path;
        _reading!.Renew();
    }

    private sealed record ShownJourney(IReadOnlyList<string> Pages, Journey? Journey);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The journeys of site {SiteId} could not be read.")]
        public static partial void NotRead(ILogger logger, Exception exception, int siteId);
    }
}
