using BlazorTracking.Features.Demo;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Demo;

/// <summary>The demonstration as it stands when the program has started; the clock stands still, so that no traffic follows.</summary>
public sealed class DemoHistoryTests : IAsyncLifetime
{
    private const int Days = 10;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 20, 15, 7, 0, TimeSpan.Zero));
    private readonly AppFactory _app = new();

    public Task InitializeAsync()
    {
        _app.Clock = _clock;
        _app.Settings["Demo:Enabled"] = "true";
        _app.Settings["Demo:Days"] = $"{Days}";
        return Task.FromResult(_app.Services);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Every_site_has_visits_on_every_day_and_none_in_the_future()
    {
        var now = _clock.GetUtcNow();
        foreach (var (site, visits) in await ReadAsync())
        {
            var today = TrackedSite.Of(site).DateAt(now);
            Assert.Equal(
                Enumerable.Range(0, Days).Select(i => today.AddDays(i - Days + 1)),
                Dates(site, visits).Distinct().Order().TakeLast(Days));
            Assert.InRange(visits.Max(visit => visit.OccurredAt), now.AddMinutes(-30).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());
        }
    }

    [Fact]
    public async Task A_visitor_counts_once_a_day()
    {
        foreach (var (site, visits) in await ReadAsync())
        {
            Assert.All(visits.GroupBy(visit => DateOf(site, visit)), day =>
                Assert.Equal(day.Select(visit => visit.VisitorId).Distinct().Count(), day.Sum(visit => visit.NewVisitor)));
        }
    }

    [Fact]
    public async Task Each_session_is_opened_once_and_bounces_if_it_is_one_page_view()
    {
        foreach (var (_, visits) in await ReadAsync())
        {
            Assert.All(visits.GroupBy(visit => visit.SessionId), session =>
            {
                Assert.Equal(1, session.Sum(visit => visit.NewSession));
                Assert.Equal(session.Count() == 1 ? 1 : 0, session.Sum(visit => visit.Bounce));
                Assert.Equal(session.Max(visit => visit.OccurredAt) - session.Min(visit => visit.OccurredAt), session.Sum(visit => visit.DurationMs));
            });
        }
    }

    [Fact]
    public async Task The_figures_are_those_of_believable_sites()
    {
        var sites = await ReadAsync();

        Assert.Equal(3, sites.Count);
        foreach (var (_, visits) in sites)
        {
            var sessions = visits.Sum(visit => visit.NewSession);
            Assert.InRange(visits.Sum(visit => visit.Bounce) / (double)sessions, 0.4, 0.6);
            Assert.InRange(visits.Sum(visit => visit.DurationMs) / 1000d / sessions, 60, 300);
            Assert.InRange(sessions / (double)visits.Sum(visit => visit.NewVisitor), 1.02, 1.4);
            Assert.True(visits.Select(visit => visit.Channel).Distinct().Count() >= 5);
            Assert.Equal(4, visits.Select(visit => visit.Event).Distinct().Count());
        }
    }

    [Fact]
    public async Task A_second_start_makes_up_no_second_history()
    {
        var before = (await ReadAsync()).Sum(site => site.Visits.Count);

        var added = await FillAsync();

        // The minutes since a quiet site's latest visit may get one.
        Assert.InRange(added, 0, before / 100);
        var sites = await ReadAsync();
        Assert.Equal(3, sites.Count);
        Assert.Equal(before + added, sites.Sum(site => site.Visits.Count));
        await using var context = _app.CreateContext();
        Assert.Equal(DemoAccount.Email, (await context.Users.SingleAsync()).Email);
    }

    [Fact]
    public async Task A_start_after_days_fills_the_gap()
    {
        var before = (await ReadAsync()).Sum(site => site.Visits.Count);
        var off = _clock.GetUtcNow();
        await _app.Services.GetServices<IHostedService>().OfType<DemoTraffic>().Single().StopAsync(CancellationToken.None);
        _clock.Advance(TimeSpan.FromDays(4));

        var added = await FillAsync();

        var sites = await ReadAsync();
        Assert.Equal(before + added, sites.Sum(site => site.Visits.Count));
        Assert.All(sites, site => Assert.True(
            Dates(site.Site, site.Visits.Where(visit => visit.OccurredAt > off.ToUnixTimeMilliseconds())).Distinct().Count() >= 4));
    }

    [Fact]
    public async Task Live_traffic_goes_on_at_the_pace_of_the_history()
    {
        var before = _clock.GetUtcNow().AddDays(-1).ToUnixTimeMilliseconds();
        var lastDay = (await ReadAsync()).ToDictionary(site => site.Site.Id, site => site.Visits.Count(visit => visit.OccurredAt >= before));

        foreach (var crowd in _app.Services.GetRequiredService<DemoHistory>().Crowds)
        {
            var nextDay = crowd.Advance(_clock.GetUtcNow().AddDays(1).ToUnixTimeMilliseconds()).Count;

            // A day of the week differs from the next by up to a quarter, and chance does its part.
            Assert.InRange(nextDay / (double)lastDay[crowd.SiteId], 0.6, 1.6);
        }
    }

    [Fact]
    public async Task Visits_keep_arriving()
    {
        var before = (await ReadAsync()).Sum(site => site.Visits.Count);
        var stored = before;
        for (var i = 0; i < 600 && stored == before; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(20);
            stored = (await ReadAsync()).Sum(site => site.Visits.Count);
        }

        Assert.True(stored > before);
    }

    private async Task<int> FillAsync() =>
        await _app.Services.GetRequiredService<DemoHistory>().FillAsync(_ => { }, CancellationToken.None);

    private async Task<IReadOnlyList<(Site Site, List<Visit> Visits)>> ReadAsync()
    {
        await using var context = _app.CreateContext();
        var read = new List<(Site, List<Visit>)>();
        foreach (var site in await context.Sites.ToListAsync())
        {
            read.Add((site, await _app.ReadVisitsAsync(site.Id)));
        }

        return read;
    }

    private static IEnumerable<DateOnly> Dates(Site site, IEnumerable<Visit> visits) => visits.Select(visit => DateOf(site, visit));

    private static DateOnly DateOf(Site site, Visit visit) =>
        TrackedSite.Of(site).DateAt(DateTimeOffset.FromUnixTimeMilliseconds(visit.OccurredAt));
}
