using BlazorTracking.Features.Segments;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Filters;

public sealed partial class SegmentList
{
    private IReadOnlyList<Segment>? _segments;
    private SegmentDraft _draft = new();
    private string? _error;
    private bool _hasFailed;

    [Inject]
    public required SegmentBook Book { get; init; }

    [Inject]
    public required ILogger<SegmentList> Logger { get; init; }

    [Parameter, EditorRequired]
    public int SiteId { get; set; }

    [Parameter, EditorRequired]
    public required DashboardQuery Query { get; set; }

    /// <summary>This page with other parameters.</summary>
    [Parameter, EditorRequired]
    public required Func<DashboardQuery, string> Url { get; set; }

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        try
        {
            (_segments, _hasFailed) = (await Book.ListAsync(SiteId), false);
        }
        catch (Exception exception)
        {
            Messages.NotRead(Logger, exception, SiteId);
            _hasFailed = true;
        }
    }

    private async Task SaveAsync()
    {
        _draft.Filters = Query.FiltersText;
        _error = _draft.Error;
        if (_error is not null)
        {
            return;
        }

        try
        {
            if (await Book.SaveAsync(SiteId, _draft))
            {
                _draft = new SegmentDraft();
                await ReadAsync();
            }
            else
            {
                _error = SegmentsText.Limit.For(Segment.MostOfASite);
            }
        }
        catch (Exception exception)
        {
            Messages.NotSaved(Logger, exception, SiteId);
            _error = DashboardText.SegmentNotSaved;
        }
    }

    private async Task DeleteAsync(Segment segment)
    {
        try
        {
            await Book.DeleteAsync(SiteId, segment.Id);
            await ReadAsync();
        }
        catch (Exception exception)
        {
            Messages.NotSaved(Logger, exception, SiteId);
            _error = DashboardText.SegmentNotDeleted;
        }
    }

    private static partial class Messages
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The segments of site {SiteId} could not be read.")]
        public static partial void NotRead(ILogger logger, Exception exception, int siteId);

        [LoggerMessage(Level = LogLevel.Error, Message = "A segment of site {SiteId} could not be saved or deleted.")]
        public static partial void NotSaved(ILogger logger, Exception exception, int siteId);
    }
}
