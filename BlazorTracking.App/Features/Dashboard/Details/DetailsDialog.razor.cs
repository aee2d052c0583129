using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Details;

public sealed partial class DetailsDialog : IDisposable
{
    private static readonly TimeSpan _searchDelay = TimeSpan.FromMilliseconds(300);

    private readonly Succession _readings = new();
    private readonly Succession _typing = new();
    private (int SiteId, DashboardQuery Query)? _shown;
    private DetailsView _view = DetailsView.Default;
    private DetailsPage? _page;
    private bool _isReading;
    private bool _hasFailed;

    [Inject]
    public required SiteDetails Details { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ILogger<DetailsDialog> Logger { get; init; }

    /// <summary>The site as it may be seen.</summary>
    [Parameter, EditorRequired]
    public required SiteView View { get; set; }

    [Parameter, EditorRequired]
    public required DashboardQuery Query { get; set; }

    /// <summary>Of what all values are shown.</summary>
    [Parameter, EditorRequired]
    public Dimension Dimension { get; set; }

    /// <summary>The page below with other parameters.</summary>
    [Parameter, EditorRequired]
    public required Func<DashboardQuery, string> Url { get; set; }

    private int SiteId => View.Site.Id;

    private string Title => PanelDefinition.TitleOf(Dimension);

    private string DownloadUrl => _view.Url((Query with { Details = Dimension }).Url(View.Pass.Details(SiteId)));

    private long Found => _page?.Found ?? 0;

    private long First => ((_view.Page - 1L) * DetailsView.PageSize) + 1;

    private long Last => First + (_page?.Rows.Count ?? 0) - 1;

    private string Position => _page is { Rows.Count: > 0 } ? DashboardText.Position.With(Figure.Count(First), Figure.Count(Last), Figure.Count(Found)) : "";

    public void Dispose()
    {
        _readings.Dispose();
        _typing.Dispose();
    }

    // The page below renders whenever a visit arrives: only another question is a reason to read.
    protected override Task OnParametersSetAsync()
    {
        var asked = (SiteId, Query with { Details = Dimension });
        if (asked == _shown)
        {
            return Task.CompletedTask;
        }

        (_shown, _view, _page) = (asked, DetailsView.Default, null);
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        var cancellation = _readings.Next();
        (_isReading, _hasFailed) = (true, false);
        try
        {
            var page = await Details.ReadAsync(SiteId, Query, Dimension, _view, cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (page is null)
            {
                Navigation.NotFound();
            }

            (_page, _isReading) = (page, false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Something else was asked for meanwhile, or the dialog closed.
        }
        catch (Exception exception)
        {
            Messages.NotRead(Logger, exception, SiteId);
            (_isReading, _hasFailed) = (false, true);
        }
    }

    // Waits for the pause after a word instead of searching for each of its letters.
    private async Task SearchAsync(ChangeEventArgs change)
    {
        var typing = _typing.Next();
        await Task.Delay(_searchDelay, Clock, typing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!typing.IsCancellationRequested)
        {
            _view = _view with { Search = change.Value as string ?? "", Page = 1 };
            await ReadAsync();
        }
    }

    private Task SortAsync(DetailsColumn column)
    {
        _view = _view.Sort(column);
        return ReadAsync();
    }

    private Task TurnAsync(int pages)
    {
        _view = _view with { Page = _view.Page + pages };
        return ReadAsync();
    }

    private void Close() => Navigation.NavigateTo(Url(Query with { Details = null }), replace: true);

    private static partial class Messages
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The details of site {SiteId} could not be read.")]
        public static partial void NotRead(ILogger logger, Exception exception, int siteId);
    }
}
