using System.Globalization;
using BlazorTracking.Features.Goals;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Goals;

public sealed partial class GoalsPanel : IDisposable
{
    private const int Rows = 6;

    private LiveReading<ShownGoals>? _reading;
    private SiteList<Goal>? _goals;

    [Inject]
    public required GoalBook Book { get; init; }

    [Inject]
    public required StatsReader Stats { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ILogger<GoalsPanel> Logger { get; init; }

    /// <summary>The site as it may be seen.</summary>
    [Parameter, EditorRequired]
    public required SiteView View { get; set; }

    /// <summary>What is read; null until it is known.</summary>
    [Parameter, EditorRequired]
    public StatsQuery? Asked { get; set; }

    /// <summary>Changes with the visits that were counted in.</summary>
    [Parameter, EditorRequired]
    public long Beat { get; set; }

    [Parameter, EditorRequired]
    public required DashboardQuery Query { get; set; }

    /// <summary>This page with other parameters.</summary>
    [Parameter, EditorRequired]
    public required Func<DashboardQuery, string> Url { get; set; }

    private int SiteId => View.Site.Id;

    public void Dispose() => _reading?.Dispose();

    protected override void OnInitialized()
    {
        _goals = new SiteList<Goal>(Book.ListAsync, Clock);
        _reading = new LiveReading<ShownGoals>(ReadAsync, StateHasChanged, exception => Log.NotRead(Logger, exception, SiteId));
    }

    protected override void OnParametersSet() => _reading!.Show(Asked, Beat);

    private static string Width(double rate) => Math.Min(100, rate * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private async Task<ShownGoals> ReadAsync(StatsQuery query, bool takesRecent, CancellationToken cancellationToken)
    {
        var goals = await _goals!.ReadAsync(query.SiteId, takesRecent, cancellationToken);
        var conversions = goals.Count == 0
            ? new Conversions(0, [])
            : await Stats.ReadConversionsAsync(query, [.. goals.Select(goal => goal.Condition)], takesRecent, cancellationToken);
        return new ShownGoals(goals, conversions);
    }

    // Null where filtering by it would tell of pages or events that are not shown.
    private string? FilterUrl(Goal goal) => View.Shows(goal.Condition.Filter().Dimension) ? Url(Query.Toggle(goal.Condition.Filter())) : null;

    private bool IsSelected(Goal goal) => Query.Filters.Contains(goal.Condition.Filter());

    private string? Hint(Goal goal) => FilterUrl(goal) is null ? null : (IsSelected(goal) ? DashboardText.GoalUnfilter : DashboardText.GoalFilter).With(goal.Name, goal.Text);

    private sealed record ShownGoals(IReadOnlyList<Goal> Goals, Conversions Conversions)
    {
        public IEnumerable<(Goal Goal, Conversion Conversion)> Rows =>
            Goals.Zip(Conversions.Goals).OrderByDescending(row => row.Second.Visitors).ThenBy(row => row.First.Id);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The goals of site {SiteId} could not be read.")]
        public static partial void NotRead(ILogger logger, Exception exception, int siteId);
    }
}
