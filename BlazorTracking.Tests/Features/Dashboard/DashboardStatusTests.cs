using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Dashboard;

/// <summary>What becomes of a dashboard that may no longer be seen, or cannot be read.</summary>
public sealed class DashboardStatusTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Somebody_else_s_site_is_gone()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await using var other = await OpenDashboard.CreateAsync();
        dashboard.SignOut();

        await dashboard.OpenAsync();

        Assert.Equal(DashboardStatus.Gone, dashboard.State.Status);
        Assert.Null(dashboard.State.Totals);
    }

    [Fact]
    public async Task A_circuit_whose_sign_in_ended_reads_nothing_any_longer()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();
        await dashboard.State.OpenAsync(dashboard.Site.Id, dashboard.State.Query.Choose(OpenDashboard.Hostnames));
        dashboard.SignOut();

        await dashboard.ArriveAsync(dashboard.Visit("/secret"));
        await dashboard.CatchUpAsync(_second);

        Assert.Equal(DashboardStatus.Gone, dashboard.State.Status);
        Assert.Null(dashboard.State.RightNow);
    }

    [Fact]
    public async Task A_site_that_was_deleted_is_gone()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();
        await using (var context = dashboard.App.CreateContext())
        {
            await context.Sites.ExecuteDeleteAsync();
        }

        await dashboard.State.RetryAsync();

        Assert.Equal(DashboardStatus.Gone, dashboard.State.Status);
    }

    [Fact]
    public async Task A_store_that_fails_is_told_and_tried_again()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();
        var store = new FailingStore(dashboard.Services.GetRequiredService<IVisitStore>()) { Fails = true };
        using var state = dashboard.StateOn(store);
        await state.OpenAsync(dashboard.Site.Id, DashboardQuery.Default);
        Assert.Equal(DashboardStatus.Failed, state.Status);

        store.Fails = false;
        await state.RetryAsync();

        Assert.Equal(DashboardStatus.Ready, state.Status);
        Assert.Equal(1, state.Totals!.Visitors);
    }

    [Fact]
    public async Task A_failure_while_live_keeps_what_is_shown()
    {
        await using var dashboard = await OpenDashboard.CreateReadyAsync();
        var store = new FailingStore(dashboard.Services.GetRequiredService<IVisitStore>());
        using var state = dashboard.StateOn(store);
        await state.OpenAsync(dashboard.Site.Id, DashboardQuery.Default);
        await state.OpenAsync(dashboard.Site.Id, state.Query.Choose(OpenDashboard.Hostnames));
        store.Fails = true;

        await dashboard.ArriveAsync(dashboard.Visit());
        dashboard.Clock.Advance(_second);
        state.CatchUp();
        await state.Refreshing;

        Assert.Equal(DashboardStatus.Failed, state.Status);
        Assert.Equal(2, state.Totals!.Visitors);
    }
}
