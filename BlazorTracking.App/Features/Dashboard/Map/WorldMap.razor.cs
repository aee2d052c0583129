using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using BlazorTracking.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BlazorTracking.Features.Dashboard.Map;

public sealed partial class WorldMap : IAsyncDisposable
{
    private Dictionary<string, MapCountry> _drawn = [];
    private HashSet<Guid> _seen = [];
    private ElementReference _root;
    private IJSObjectReference? _module;
    private IJSObjectReference? _map;

    [Inject]
    public required IJSRuntime Script { get; init; }

    /// <summary>Visitors by country.</summary>
    [Parameter, EditorRequired]
    public required Breakdown Breakdown { get; set; }

    [Parameter, EditorRequired]
    public required DashboardQuery Query { get; set; }

    /// <summary>This page with other parameters.</summary>
    [Parameter, EditorRequired]
    public required Func<DashboardQuery, string> Url { get; set; }

    /// <summary>The latest visits: the countries of new ones light up.</summary>
    [Parameter]
    public IReadOnlyList<Visit> Latest { get; set; } = [];

    private IEnumerable<MapCountry> Countries
    {
        get
        {
            var rows = Breakdown.Rows.Where(row => Country.IsCode(row.Value)).ToList();
            var largest = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
            return rows.Select(row => new MapCountry(
                row.Value,
                Country.Name(row.Value),
                $"{DashboardText.VisitorCount.For(row.Count)} · {Figure.Share(Breakdown.Share(row))}",
                MapCountry.StepOf(row.Count, largest),
                row.Count,
                Url(Query.Toggle(Dimension.Country, row.Value)),
                Query.IsFilteredBy(Dimension.Country, row.Value)));
        }
    }

    public ValueTask DisposeAsync() => PageScript.ReleaseAsync(_module, _map);

    protected override void OnInitialized() => _seen = [.. Latest.Select(visit => visit.Id)];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await Script.InvokeAsync<IJSObjectReference>("import", "./Features/Dashboard/Map/WorldMap.razor.js");
            _map = await _module.InvokeAsync<IJSObjectReference>("attach", _root);
        }

        if (_map is not null)
        {
            await DrawAsync(_map);
        }
    }

    private async Task DrawAsync(IJSObjectReference map)
    {
        var countries = Countries.ToDictionary(country => country.Code, StringComparer.Ordinal);
        var changed = countries.Values.Where(country => _drawn.GetValueOrDefault(country.Code) != country).ToList();
        var gone = _drawn.Keys.Except(countries.Keys).ToList();
        _drawn = countries;
        var lit = Latest.Where(visit => !_seen.Contains(visit.Id) && Country.IsCode(visit.Country)).Select(visit => visit.Country).Distinct().ToList();
        _seen = [.. Latest.Select(visit => visit.Id)];
        if (changed.Count > 0 || gone.Count > 0)
        {
            await map.InvokeVoidAsync("draw", changed, gone);
        }

        if (lit.Count > 0)
        {
            await map.InvokeVoidAsync("light", lit);
        }
    }
}
