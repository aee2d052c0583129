using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Dashboard.Ledger;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Dashboard.Ledger;

public sealed class LedgerStateTests
{
    [Fact]
    public async Task A_visit_that_arrives_while_it_is_read_counts_once()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        var store = new WaitingStore(dashboard.Services.GetRequiredService<IVisitStore>());
        var state = new LedgerState(new StatsReader(store, dashboard.Clock), dashboard.Services.GetRequiredService<LedgerReader>(), dashboard.Site, dashboard.Clock);
        var (before, during, after) = (dashboard.Visit("/before"), dashboard.Visit("/during"), dashboard.Visit("/after"));
        await dashboard.StoreAsync(before, during);

        var reading = state.ReadAsync(CancellationToken.None);
        state.Add([during]);
        store.Open();
        await reading;

        Assert.Equal(2, state.Day?.Stored);
        state.Add([after]);
        Assert.Equal(3, state.Day?.Stored);
    }
}
