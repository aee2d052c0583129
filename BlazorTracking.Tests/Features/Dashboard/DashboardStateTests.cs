using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Dashboard;

public sealed class DashboardStateTests
{
    private static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);
    private static readonly PanelList _channels = PanelDefinition.All[0].Lists[0];
    private static readonly PanelList _pages = PanelDefinition.All[1].Lists[0];

    [Fact]
    public async Task A_visit_moves_the_headline_numbers()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();

        await dashboard.ArriveAsync(dashboard.Visit());
        await dashboard.CatchUpAsync(_moment);

        Assert.Equal(new StatsTotals(2, 2, 2, 0, 2, 0), dashboard.State.Totals);
    }

    [Fact]
    public async Task A_visit_moves_the_chart_s_running_point()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();

        await dashboard.ArriveAsync(dashboard.Visit());
        await dashboard.CatchUpAsync(_moment);

        Assert.Equal([0, 0, 0, 0, 0, 0, 2], dashboard.State.Chart.Select(point => point.Totals.PageViews));
    }

    [Fact]
    public async Task A_visit_moves_a_panel_of_sessions_at_once()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();

        await dashboard.ArriveAsync(dashboard.Visit());
        await dashboard.CatchUpAsync(_moment);

        Assert.Equal([new BreakdownRow("Direct", 2)], dashboard.State.Breakdown(_channels)!.Rows);
    }

    [Fact]
    public async Task A_visit_moves_the_pages_panel_at_once()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();

        await dashboard.ArriveAsync(dashboard.Visit("/pricing"), dashboard.Visit("/pricing"));
        await dashboard.CatchUpAsync(_moment);

        Assert.Equal([new BreakdownRow("/pricing", 2), new BreakdownRow("/", 1)], dashboard.State.Breakdown(_pages)!.Rows);
    }

    [Fact]
    public async Task What_must_be_read_again_holds_up_nothing_that_can_be_added()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();
        var store = new WaitingStore(dashboard.Services.GetRequiredService<IVisitStore>());
        store.Open();
        using var state = dashboard.StateOn(store);
        await state.OpenAsync(dashboard.Site.Id, DashboardQuery.Default);
        await state.OpenAsync(dashboard.Site.Id, state.Query.Choose(OpenDashboard.Hostnames));
        store.Close();

        await dashboard.ArriveAsync(dashboard.Visit());
        dashboard.Clock.Advance(_second);

        Assert.True(state.CatchUp());
        Assert.Equal(2, state.Totals!.Visitors);
        Assert.False(state.Refreshing.IsCompleted);
        store.Open();
        await state.Refreshing;
        Assert.True(state.CatchUp());
        Assert.Equal([new BreakdownRow("example.org", 2)], state.Breakdown(OpenDashboard.Hostnames)!.Rows);
    }

    [Fact]
    public async Task Panels_are_shown_one_after_the_other_as_they_are_read()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();
        var store = new WaitingStore(dashboard.Services.GetRequiredService<IVisitStore>());
        using var state = dashboard.StateOn(store);
        var seen = new List<int>();
        state.Changed += (_, _) => seen.Add(PanelDefinition.All.Count(panel => !state.IsReadingOf(panel.Lists[0])));
        store.Open();

        await state.OpenAsync(dashboard.Site.Id, DashboardQuery.Default);

        Assert.Equal(Enumerable.Range(0, PanelDefinition.All.Count + 1), seen.Distinct());
        Assert.False(state.IsReading);
    }

    [Fact]
    public async Task Another_view_s_panels_keep_what_they_list_until_theirs_is_read()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();
        var store = new WaitingStore(dashboard.Services.GetRequiredService<IVisitStore>());
        store.Open();
        using var state = dashboard.StateOn(store);
        await state.OpenAsync(dashboard.Site.Id, DashboardQuery.Default);
        var seen = new List<Breakdown?>();
        state.Changed += (_, _) => seen.Add(state.Breakdown(_channels));

        await state.OpenAsync(dashboard.Site.Id, DashboardQuery.Default.Toggle(Dimension.Country, "FR"));

        Assert.DoesNotContain(null, seen);
        Assert.Equal([new BreakdownRow("Direct", 1)], seen[0]!.Rows);
        Assert.Empty(state.Breakdown(_channels)!.Rows);
    }

    [Fact]
    public async Task A_visit_is_on_top_of_the_feed_and_its_visitor_here_now()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();
        dashboard.Clock.Advance(_second);
        var visit = dashboard.Visit("/new");

        await dashboard.ArriveAsync(visit);
        await dashboard.CatchUpAsync(_moment);

        Assert.Equal(visit.Id, dashboard.State.RightNow!.Latest[0].Id);
        Assert.Equal(2, dashboard.State.RightNow.Online!.Visitors);
    }

    [Fact]
    public async Task Who_was_not_seen_for_five_minutes_is_no_longer_here()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();
        Assert.Equal(1, dashboard.State.RightNow!.Online!.Visitors);

        dashboard.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.True(dashboard.State.CatchUp());
        Assert.Equal(0, dashboard.State.RightNow.Online!.Visitors);
    }

    [Fact]
    public async Task Nothing_changes_where_nothing_happens()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();
        await dashboard.CatchUpAsync(_moment);

        Assert.False(dashboard.State.CatchUp());
    }

    [Fact]
    public async Task A_paused_feed_stands_still_while_the_numbers_move()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();
        var before = dashboard.State.RightNow!.Latest;
        dashboard.State.RightNow.TogglePause();

        await dashboard.ArriveAsync(dashboard.Visit());
        await dashboard.CatchUpAsync(_moment);

        Assert.Same(before, dashboard.State.RightNow.Latest);
        Assert.Equal(2, dashboard.State.Totals!.Visitors);
    }

    [Fact]
    public async Task A_resumed_feed_shows_what_it_missed()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();
        dashboard.State.RightNow!.TogglePause();
        await dashboard.ArriveAsync(dashboard.Visit());
        await dashboard.CatchUpAsync(_moment);

        dashboard.State.RightNow.TogglePause();

        Assert.Equal(2, dashboard.State.RightNow.Latest.Count);
    }

    [Fact]
    public async Task A_site_without_visits_waits_and_turns_live_with_the_first()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.OpenAsync();
        Assert.Equal(DashboardStatus.Waiting, dashboard.State.Status);

        await dashboard.ArriveAsync(dashboard.Visit());
        await dashboard.CatchUpAsync(_moment);

        Assert.Equal(DashboardStatus.Ready, dashboard.State.Status);
        Assert.Equal(1, dashboard.State.Totals!.Visitors);
    }

    [Fact]
    public async Task Midnight_moves_the_range_on()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync(RangeKind.Today);

        await dashboard.CatchUpAsync(TimeSpan.FromHours(14));

        Assert.Equal(new DateOnly(2026, 3, 3), dashboard.State.Range!.First);
        Assert.Equal(0, dashboard.State.Totals!.Visitors);
    }

    [Fact]
    public async Task A_new_hour_compares_with_one_hour_more_of_the_day_before()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        var yesterday = dashboard.Clock.GetUtcNow().AddHours(1).AddDays(-1).ToUnixTimeMilliseconds();
        await dashboard.StoreAsync(dashboard.Visit() with { OccurredAt = yesterday, SessionStartedAt = yesterday });
        await dashboard.OpenAsync(RangeKind.Today);
        Assert.Equal(0, dashboard.State.Previous!.Visitors);

        await dashboard.CatchUpAsync(TimeSpan.FromMinutes(90));

        Assert.Equal(1, dashboard.State.Previous!.Visitors);
    }

    [Fact]
    public async Task A_visit_that_is_read_and_published_is_counted_once()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit());
        var visit = dashboard.Visit();
        var opening = dashboard.OpenAsync();
        await dashboard.ArriveAsync(visit);
        await opening;

        await dashboard.CatchUpAsync(_second);

        Assert.Equal(2, dashboard.State.Totals!.Visitors);
    }

    [Fact]
    public async Task More_visits_than_a_circuit_may_hold_are_read_from_the_store()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();
        var visits = Enumerable.Range(0, ArrivedVisits.Capacity + 1).Select(_ => dashboard.Visit()).ToList();

        await dashboard.ArriveAsync(visits);
        await dashboard.CatchUpAsync(_moment);

        Assert.Equal(visits.Count + 1, dashboard.State.Totals!.Visitors);
    }

    [Fact]
    public async Task A_filter_narrows_the_figures_and_what_is_added_to_them()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();
        await dashboard.StoreAsync(dashboard.Visit() with { Country = "FR" });
        await dashboard.State.OpenAsync(dashboard.Site.Id, dashboard.State.Query.Toggle(Dimension.Country, "FR"));

        await dashboard.ArriveAsync(dashboard.Visit(), dashboard.Visit() with { Country = "FR" });
        await dashboard.CatchUpAsync(_second);

        Assert.Equal(2, dashboard.State.Totals!.Visitors);
    }

    [Fact]
    public async Task Another_list_is_read_and_nothing_else_again()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();
        var entries = PanelDefinition.All.SelectMany(panel => panel.Lists).Single(list => list.Dimension == Dimension.EntryPage);
        var beat = dashboard.State.Beat;

        await dashboard.State.OpenAsync(dashboard.Site.Id, dashboard.State.Query.Choose(entries));

        Assert.Equal([new BreakdownRow("/", 1)], dashboard.State.Breakdown(entries)!.Rows);
        Assert.Equal(beat, dashboard.State.Beat);
    }

    [Fact]
    public async Task The_ledger_adds_up_to_what_was_received()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();
        await using (var context = dashboard.App.CreateContext())
        {
            context.Add(new LedgerEntry { SiteId = dashboard.Site.Id, Date = dashboard.State.Today, Reason = RefusalReason.Bot, Count = 3 });
            context.Add(new LedgerEntry { SiteId = dashboard.Site.Id, Date = dashboard.State.Today, Reason = RefusalReason.Duplicate, Count = 1 });
            context.Add(new LedgerEntry { SiteId = dashboard.Site.Id, Date = dashboard.State.Today.AddDays(-1), Reason = RefusalReason.Bot, Count = 7 });
            await context.SaveChangesAsync();
        }

        await dashboard.ArriveAsync(dashboard.Visit());
        await dashboard.CatchUpAsync(TimeSpan.FromSeconds(10));

        var day = dashboard.State.Ledger!.Day!;
        Assert.Equal((2, 3, 1, 6), (day.Stored, day.Refused, day.Repeated, day.Received));
    }

    [Fact]
    public async Task A_closed_dashboard_listens_no_longer()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();
        var changes = 0;
        dashboard.State.Changed += (_, _) => changes++;
        dashboard.State.Close();

        await dashboard.ArriveAsync(dashboard.Visit());
        dashboard.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, changes);
    }
}
