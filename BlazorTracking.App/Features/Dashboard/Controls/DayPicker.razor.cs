using System.Globalization;
using BlazorTracking.Features.Stats;
using BlazorTracking.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BlazorTracking.Features.Dashboard.Controls;

public sealed partial class DayPicker : IAsyncDisposable
{
    private const int DaysOfWeek = 7;

    private ElementReference _root;
    private IJSObjectReference? _module;
    private DateOnly _first;
    private DateOnly _last;
    private DateOnly _month;
    private bool _isHalf;
    private string? _problem;

    [Inject]
    public required IJSRuntime Script { get; init; }

    /// <summary>The days that are chosen when it opens.</summary>
    [Parameter, EditorRequired]
    public DateOnly First { get; set; }

    /// <inheritdoc cref="First"/>
    [Parameter, EditorRequired]
    public DateOnly Last { get; set; }

    /// <summary>The last day that can be chosen.</summary>
    [Parameter, EditorRequired]
    public DateOnly Latest { get; set; }

    /// <summary>What the button says.</summary>
    [Parameter, EditorRequired]
    public required string Submit { get; set; }

    /// <summary>Called with two days in order.</summary>
    [Parameter, EditorRequired]
    public EventCallback<(DateOnly First, DateOnly Last)> OnPick { get; set; }

    private static IEnumerable<string> WeekDays =>
        Enumerable.Range(1, DaysOfWeek).Select(day => CultureInfo.CurrentCulture.DateTimeFormat.AbbreviatedDayNames[day % DaysOfWeek][..2]);

    private IEnumerable<DateOnly> DaysOfMonth => Enumerable.Range(0, DateTime.DaysInMonth(_month.Year, _month.Month)).Select(_month.AddDays);

    private bool HasMonthBefore => _month > StatsRange.Earliest;

    private bool HasMonthAfter => _month.AddMonths(1) <= Latest;

    // One day of the month can be reached with the tab key, the others from there with the arrows.
    private DateOnly TabStop => IsShown(_last) && CanPick(_last) ? _last : IsShown(_first) && CanPick(_first) ? _first : _month;

    public ValueTask DisposeAsync() => PageScript.ReleaseAsync(_module);

    protected override void OnInitialized()
    {
        (_first, _last) = (First, Last);
        _month = new DateOnly(Last.Year, Last.Month, 1);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await Script.InvokeAsync<IJSObjectReference>("import", "./Features/Dashboard/Controls/DayPicker.razor.js");
            await _module.InvokeVoidAsync("attach", _root);
        }
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Weeks begin on Monday.
    private static string? Place(DateOnly day) => day.Day == 1 ? $"grid-column-start:{(((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek) + 1}" : null;

    private bool IsShown(DateOnly day) => day.Year == _month.Year && day.Month == _month.Month;

    private bool CanPick(DateOnly day) => day >= StatsRange.Earliest && day <= Latest;

    private bool IsEnd(DateOnly day) => day == _first || day == _last;

    private string? Class(DateOnly day) => IsEnd(day) ? "day-end" : day > _first && day < _last ? "day-between" : null;

    private void Turn(int months) => _month = _month.AddMonths(months);

    // The first click begins, the second ends, in whatever order they lie.
    private void Pick(DateOnly day)
    {
        (_first, _last) = _isHalf ? (day < _first ? (day, _first) : (_first, day)) : (day, day);
        _isHalf = !_isHalf;
        _problem = null;
    }

    private async Task PickAsync()
    {
        _problem = (_first > _last, CanPick(_first)) switch
        {
            (true, _) => DashboardText.DaysReversed,
            (_, false) => DashboardText.DaysWithoutVisits,
            _ => null,
        };
        if (_problem is null)
        {
            await OnPick.InvokeAsync((_first, _last));
        }
    }
}
