using System.Globalization;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Retention;

public sealed partial class RetentionPanel : IDisposable
{
    private static readonly TimeSpan _betweenReads = TimeSpan.FromMinutes(1);

    private LiveReading<WeeklyRetention>? _reading;

    [Inject]
    public required SiteAccess Access { get; init; }

    [Inject]
    public required RetentionReader Reader { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ILogger<RetentionPanel> Logger { get; init; }

    [Parameter, EditorRequired]
    public int SiteId { get; set; }

    /// <summary>Whether the site recognises its visitors.</summary>
    [Parameter, EditorRequired]
    public bool IsRecognising { get; set; }

    /// <summary>What the other panels show; null until it is known. It waits for them.</summary>
    [Parameter, EditorRequired]
    public StatsQuery? Asked { get; set; }

    public void Dispose() => _reading?.Dispose();

    protected override void OnInitialized() =>
        _reading = new LiveReading<WeeklyRetention>(ReadAsync, StateHasChanged, exception => Log.NotRead(Logger, exception, SiteId));

    protected override void OnParametersSet()
    {
        if (IsRecognising)
        {
            _reading!.Show(Asked, Clock.GetUtcNow().Ticks / _betweenReads.Ticks);
        }
    }

    private static int Longest(WeeklyRetention retention) => retention.Cohorts.Max(cohort => cohort.Visitors.Count);

    // The root, since most shares are small.
    private static string Shade(double share) => Math.Sqrt(share).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Hint(Cohort cohort, int later) =>
        (later == cohort.Visitors.Count - 1 ? DashboardText.CameInRunningWeek : DashboardText.CameInWeek)
            .With(Figure.Count(cohort.Visitors[later]), Figure.Count(cohort.Visitors[0]), DateText.DayOfYear(cohort.Week.AddDays(7 * later)));

    private async Task<WeeklyRetention> ReadAsync(StatsQuery query, bool takesRecent, CancellationToken cancellationToken) =>
        await Access.FindAsync(query.SiteId, cancellationToken) is { } site
            ? await Reader.ReadAsync(site.Id, site.Zone(), cancellationToken)
            : new WeeklyRetention([]);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The retention of site {SiteId} could not be read.")]
        public static partial void NotRead(ILogger logger, Exception exception, int siteId);
    }
}
