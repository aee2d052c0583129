using BlazorTracking.Features.Dashboard.Details;
using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Filters;

public sealed partial class FilterDialog : IDisposable
{
    private const int TypedMaxLength = 500;

    private static readonly TimeSpan _typingPause = TimeSpan.FromMilliseconds(200);

    private readonly Succession _readings = new();
    private FilterDraft _draft = new(null);
    private string _typed = "";
    private IReadOnlyList<BreakdownRow>? _suggestions;
    private bool _hasFailed;

    [Inject]
    public required SiteDetails Details { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ILogger<FilterDialog> Logger { get; init; }

    /// <summary>The site as it may be seen.</summary>
    [Parameter, EditorRequired]
    public required SiteView View { get; set; }

    /// <summary>The view that is filtered: suggestions are what occurs in it.</summary>
    [Parameter, EditorRequired]
    public required DashboardQuery Query { get; set; }

    /// <summary>What is changed; null for a new one.</summary>
    [Parameter, EditorRequired]
    public VisitFilter? Filter { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<VisitFilter> OnApply { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    private int SiteId => View.Site.Id;

    /// <summary>Whether there is anything to filter by.</summary>
    public static bool IsOffered(SiteView view) => Groups(view).Count > 0;

    /// <summary>The dimensions by the panels that show them.</summary>
    private static IReadOnlyList<(string Title, IReadOnlyList<Dimension> Dimensions)> Groups(SiteView view) =>
        [.. PanelDefinition.All.Where(panel => view.Shows(panel.Shared)).Select(panel => (panel.Title, (IReadOnlyList<Dimension>)[.. panel.Lists.Select(list => list.Dimension).Distinct()]))];

    private bool IsTyped => _typed.Trim().Length > 0;

    // What was typed and not taken yet is meant too.
    private VisitFilter? Complete => _draft.Filter ?? (IsTyped ? new VisitFilter(_draft.Dimension, _draft.Operator, [_typed.Trim()]) : null);

    public void Dispose() => _readings.Dispose();

    protected override Task OnInitializedAsync()
    {
        _draft = new FilterDraft(Filter);
        if (!View.Shows(_draft.Dimension))
        {
            _draft.Choose(Groups(View)[0].Dimensions[0]);
        }

        return SuggestAsync(TimeSpan.Zero);
    }

    private string Label(string value) => _draft.IsSearch ? value : _draft.Dimension.Label(value);

    private Task ChooseDimensionAsync(ChangeEventArgs change)
    {
        _draft.Choose(DashboardQuery.FindDimension(change.Value as string) ?? _draft.Dimension);
        _typed = "";
        return SuggestAsync(TimeSpan.Zero);
    }

    private void ChooseOperator(ChangeEventArgs change) =>
        _draft.Choose(Enum.TryParse<FilterOperator>(change.Value as string, out var comparison) ? comparison : _draft.Operator);

    private Task TypeAsync(ChangeEventArgs change)
    {
        _typed = change.Value as string ?? "";
        return SuggestAsync(_typingPause);
    }

    // Takes what is typed, or what is meant by it; with nothing typed the filter is done.
    private Task EnterAsync()
    {
        if (!IsTyped)
        {
            return ApplyAsync();
        }

        var meant = _draft.IsSearch ? null : _suggestions?.FirstOrDefault(row => _draft.Dimension.Label(row.Value).Contains(_typed.Trim(), StringComparison.OrdinalIgnoreCase));
        return AddAsync(meant?.Value ?? _typed.Trim());
    }

    private Task AddAsync(string value)
    {
        _draft.Add(value);
        _typed = "";
        return SuggestAsync(TimeSpan.Zero);
    }

    private Task ApplyAsync() => Complete is { } filter ? OnApply.InvokeAsync(filter) : Task.CompletedTask;

    private async Task SuggestAsync(TimeSpan pause)
    {
        var cancellation = _readings.Next();
        try
        {
            await Task.Delay(pause, Clock, cancellation);
            var others = Filter is null ? Query : Query.Without(Filter);
            var suggestions = await Details.SuggestAsync(SiteId, others, _draft.Dimension, _typed, cancellation);
            cancellation.ThrowIfCancellationRequested();
            (_suggestions, _hasFailed) = (suggestions, false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // More was typed meanwhile, or the dialog closed.
        }
        catch (Exception exception)
        {
            Messages.NotRead(Logger, exception, SiteId);
            (_suggestions, _hasFailed) = ([], true);
        }
    }

    private static partial class Messages
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The suggestions for a filter of site {SiteId} could not be read.")]
        public static partial void NotRead(ILogger logger, Exception exception, int siteId);
    }
}
