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

    [Fact]
    public async Task Refusals_are_looked_up_without_reading_the_visits_again()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        var store = new WaitingStore(dashboard.Services.GetRequiredService<IVisitStore>());
        var state = new LedgerState(new StatsReader(store, dashboard.Clock), dashboard.Services.GetRequiredService<LedgerReader>(), dashboard.Site, dashboard.Clock);
        await dashboard.StoreAsync(dashboard.Visit("/before"));
        store.Open();
        await state.ReadAsync(CancellationToken.None);
        store.Close();
        await using (var context = dashboard.App.CreateContext())
        {
            context.Add(new LedgerEntry { SiteId = dashboard.Site.Id, Date = new DateOnly(2026, 3, 2), Reason = RefusalReason.Bot, Count = 3 });
            await context.SaveChangesAsync();
        }

        await state.RefreshAsync(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((1, 3), (state.Day?.Stored, state.Day?.Refused));
    }
}
