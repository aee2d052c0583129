using System.Globalization;
using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Controls;

public sealed partial class RangeControl
{
    private static readonly RangeKind[] _kinds = [.. Enum.GetValues<RangeKind>().Where(kind => kind != RangeKind.Custom)];

    private DateOnly _from;
    private DateOnly _to;
    private string? _latest;
    private string? _problem;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required RangeChoice Choice { get; set; }

    /// <summary>The days that the choice stands for now; null before they are known.</summary>
    [Parameter, EditorRequired]
    public StatsRange? Range { get; set; }

    /// <summary>Today in the site's time zone.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>This page with another range.</summary>
    [Parameter, EditorRequired]
    public required Func<RangeChoice, string> Url { get; set; }

    private RangeChoice? Before => Step(-1);

    private RangeChoice? After => Range is { } range && range.Last < Today ? Step(+1) : null;

    protected override void OnParametersSet()
    {
        _from = Range?.First ?? Today;
        _to = Range?.Last ?? Today;
        _latest = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        _problem = null;
    }

    // The same number of days, or of whole months, before or after.
    private RangeChoice? Step(int direction)
    {
        if (Range is not { } range || range.Kind == RangeKind.All)
        {
            return null;
        }

        var (first, last) = IsWholeMonths(range) || range.Kind == RangeKind.Last12Months
            ? StepMonths(range, direction)
            : (range.First.AddDays(direction * range.Days), range.Last.AddDays(direction * range.Days));
        if (first < StatsRange.Earliest)
        {
            return null;
        }

        return (first == last, Today.DayNumber - last.DayNumber) switch
        {
            (true, 0) => new RangeChoice(RangeKind.Today),
            (true, 1) => new RangeChoice(RangeKind.Yesterday),
            _ => new RangeChoice(RangeKind.Custom, first, last < Today ? last : Today),
        };
    }

    private static bool IsWholeMonths(StatsRange range) => range.First.Day == 1 && range.Last.AddDays(1).Day == 1;

    private static (DateOnly First, DateOnly Last) StepMonths(StatsRange range, int direction)
    {
        var months = ((range.Last.Year - range.First.Year) * 12) + range.Last.Month - range.First.Month + 1;
        var first = range.First.AddMonths(direction * months);
        return (first, first.AddMonths(months).AddDays(-1));
    }

    private void ShowCustom()
    {
        if (_from > _to)
        {
            _problem = "The last day lies before the first.";
        }
        else if (_from > Today || _from < StatsRange.Earliest)
        {
            _problem = "There are no visits on these days.";
        }
        else
        {
            Navigation.NavigateTo(Url(new RangeChoice(RangeKind.Custom, _from, _to)));
        }
    }
}
