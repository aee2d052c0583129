using System.Globalization;
using BlazorTracking.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BlazorTracking.Features.Dashboard.Chart;

/// <summary>
/// A line over time with the period before behind it. The same figures stand in a table, from which the tooltip and
/// the keyboard cursor read.
/// </summary>
public sealed partial class TimeChart : IAsyncDisposable
{
    private const int MostDates = 8;

    private readonly string _gradient = $"area-{Guid.NewGuid():N}";
    private ElementReference _root;
    private IJSObjectReference? _module;
    private IJSObjectReference? _cursor;
    private ChartScale _scale = ChartScale.ForNumbers(0, 1);
    private string _area = "";
    private string _current = "";
    private string _unfinished = "";
    private string _previous = "";
    private (double X, double Y)? _live;
    private Dictionary<int, string> _notes = [];
    private List<(ChartMark Mark, int Index, bool IsMinor)> _dates = [];

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ChartMark> Marks { get; set; }

    /// <summary>What is drawn: "Visitors".</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What the dashed line is: "Previous 30 days"; null without a comparison.</summary>
    [Parameter]
    public string? PreviousTitle { get; set; }

    [Parameter, EditorRequired]
    public required Func<double, string> Format { get; set; }

    /// <summary>The values are parts of a whole: changes are told in percentage points.</summary>
    [Parameter]
    public bool IsShare { get; set; }

    [Parameter, EditorRequired]
    public required Func<double, string> FormatTick { get; set; }

    [Parameter, EditorRequired]
    public required Func<double, ChartScale> Scale { get; set; }

    /// <summary>What was noted of its intervals.</summary>
    [Parameter]
    public IReadOnlyList<ChartNote> Notes { get; set; } = [];

    /// <summary>Called when somebody wants to change them.</summary>
    [Parameter]
    public EventCallback OnNote { get; set; }

    /// <summary>Shows the table instead of the drawing.</summary>
    [Parameter]
    public bool ShowTable { get; set; }

    // In characters: the axis has room for them.
    private int LongestTick => _scale.Ticks.Max(tick => FormatTick(tick).Length);

    private string Spoken => Marks.LastOrDefault(mark => mark.Value is not null) is { } last
        ? $"{last.Label}: {Text(last.Value)}"
        : DashboardText.NothingYet;

    public ValueTask DisposeAsync() => PageScript.ReleaseAsync(_module, _cursor);

    protected override void OnParametersSet()
    {
        var values = Marks.Select(mark => mark.Value).ToList();
        var previous = Marks.Select(mark => PreviousTitle is null ? null : mark.Previous).ToList();
        _scale = Scale(values.Concat(previous).Max() ?? 0);

        var last = values.FindLastIndex(value => value is not null);
        var isUnfinished = last >= 0 && Marks[last].IsUnfinished;
        var lastFinished = isUnfinished ? last - 1 : last;
        _area = ChartLine.Area(values, _scale, last);
        _current = ChartLine.Path(values, _scale, 0, lastFinished);
        _unfinished = isUnfinished ? ChartLine.Path(values, _scale, Math.Max(0, lastFinished), last) : "";
        _previous = ChartLine.Path(previous, _scale, 0, previous.Count - 1);
        _live = isUnfinished ? (ChartLine.Across(last, Marks.Count), _scale.Position(values[last] ?? 0)) : null;
        _dates = Dates();
        _notes = Notes.ToDictionary(note => note.Index, note => note.Text);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await Script.InvokeAsync<IJSObjectReference>("import", "./Features/Dashboard/Chart/TimeChart.razor.js");
            _cursor = await _module.InvokeAsync<IJSObjectReference>("attach", _root);
        }
    }

    private static string Percent(double share) => Number(share * 100) + "%";

    private static string Number(double value) => Math.Round(value, 4).ToString(CultureInfo.InvariantCulture);

    private string Down(double tick) => Number((1 - _scale.Position(tick)) * ChartLine.Size);

    private string Text(double? value) => value is { } number ? Format(number) : Figure.None;

    // An unfinished interval is not compared with a whole one.
    private string Change(ChartMark mark) => mark switch
    {
        { IsUnfinished: true } or { Value: null } or { Previous: null } => Figure.None,
        { Value: { } value, Previous: { } previous } when IsShare => Figure.Points(value - previous),
        { Value: { } value, Previous: { } previous } when previous != 0 => Figure.Change((value - previous) / previous),
        _ => Figure.None,
    };

    // Every other date is dropped where the chart is narrow.
    private List<(ChartMark Mark, int Index, bool IsMinor)> Dates()
    {
        var step = Math.Max(1, (int)Math.Ceiling(Marks.Count / (double)MostDates));
        return [.. Marks.Select((mark, index) => (mark, index))
            .Where(date => date.index % step == 0)
            .Select((date, order) => (date.mark, date.index, order % 2 == 1))];
    }
}
