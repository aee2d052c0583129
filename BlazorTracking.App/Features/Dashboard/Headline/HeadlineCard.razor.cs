using BlazorTracking.Features.Annotations;
using BlazorTracking.Features.Dashboard.Chart;
using BlazorTracking.Features.Dashboard.Figures;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Headline;

public sealed partial class HeadlineCard
{
    private IReadOnlyList<Annotation> _annotations = [];
    private StatsRange? _annotated;
    private bool _isTable;
    private bool _showsNotes;

    [Inject]
    public required AnnotationBook Book { get; init; }

    [Inject]
    public required ILogger<HeadlineCard> Logger { get; init; }

    /// <summary>The site as it may be seen.</summary>
    [Parameter, EditorRequired]
    public required SiteView View { get; set; }

    [Parameter, EditorRequired]
    public required DashboardQuery Query { get; set; }

    /// <summary>What is drawn; null until it is known.</summary>
    [Parameter, EditorRequired]
    public StatsRange? Range { get; set; }

    /// <summary>This page with another metric drawn.</summary>
    [Parameter, EditorRequired]
    public required Func<Metric, string> MetricUrl { get; set; }

    /// <summary>This page drawn in other intervals.</summary>
    [Parameter, EditorRequired]
    public required Func<Interval, string> IntervalUrl { get; set; }

    /// <summary>Null while they are read.</summary>
    [Parameter, EditorRequired]
    public StatsTotals? Totals { get; set; }

    [Parameter]
    public StatsTotals? Previous { get; set; }

    /// <summary>What the dashed line is; null without one.</summary>
    [Parameter]
    public string? PreviousTitle { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ChartMark> Marks { get; set; }

    private int SiteId => View.Site.Id;

    private IReadOnlyList<ChartNote> Notes => _annotated is { } range && range == Range ? ChartNote.Of(range, _annotations) : [];

    protected override async Task OnParametersSetAsync()
    {
        if (Range is { } range && range != _annotated)
        {
            await ReadNotesAsync(range);
        }
    }

    private async Task ReadNotesAsync(StatsRange range)
    {
        _annotated = range;
        try
        {
            var annotations = await Book.ListAsync(SiteId, range.First, range.Last);
            if (_annotated == range)
            {
                _annotations = annotations;
            }
        }
        catch (Exception exception)
        {
            // The figures stand without them.
            Log.NotesNotRead(Logger, exception, SiteId);
        }
    }

    private void ShowNotes() => _showsNotes = View.IsOwn;

    private async Task CloseNotesAsync()
    {
        _showsNotes = false;
        if (Range is { } range)
        {
            await ReadNotesAsync(range);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The notes of site {SiteId} could not be read.")]
        public static partial void NotesNotRead(ILogger logger, Exception exception, int siteId);
    }
}
