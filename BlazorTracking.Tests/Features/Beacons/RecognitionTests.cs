using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Beacons;

/// <summary>What beacons leave of visitors beyond their day.</summary>
public sealed class RecognitionTests : IAsyncDisposable
{
    private const string Updated = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 11, 12, 0, 0, TimeSpan.Zero));
    private readonly AppFactory _app;

    public RecognitionTests() => _app = new AppFactory { Clock = _clock };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task By_default_nothing_ties_a_visitor_s_days_together()
    {
        var site = await _app.AddSiteAsync();

        await VisitAsync(site);
        _clock.Advance(TimeSpan.FromDays(7));
        await VisitAsync(site);

        Assert.Empty(await WeeksAsync(site));
        Assert.Equal(2, (await _app.ReadVisitsAsync(site.Id)).Select(visit => visit.VisitorId).Distinct().Count());
    }

    [Fact]
    public async Task A_site_that_recognises_visitors_knows_them_next_week_also_with_an_updated_browser()
    {
        var site = await AddRecognisingAsync();

        await VisitAsync(site);
        await VisitAsync(site);
        _clock.Advance(TimeSpan.FromDays(7));
        await VisitAsync(site, Updated);

        var weeks = await WeeksAsync(site);
        Assert.Equal([new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 16)], weeks.Select(visitor => visitor.Week));
        Assert.Single(weeks.Select(visitor => visitor.VisitorId).Distinct());
    }

    [Fact]
    public async Task Two_sites_know_a_visitor_by_two_numbers_and_neither_is_that_of_the_visits()
    {
        var (one, other) = (await AddRecognisingAsync(), await AddRecognisingAsync());

        await VisitAsync(one);
        await VisitAsync(other);

        long[] numbers = [.. (await WeeksAsync(one)).Concat(await WeeksAsync(other)).Select(visitor => visitor.VisitorId), (await _app.ReadVisitsAsync(one.Id))[0].VisitorId];
        Assert.Equal(3, numbers.Distinct().Count());
    }

    private async Task<Site> AddRecognisingAsync()
    {
        var site = await _app.AddSiteAsync();
        await using var context = _app.CreateContext();
        await context.Sites.Where(stored => stored.Id == site.Id)
            .ExecuteUpdateAsync(stored => stored.SetProperty(s => s.RecognitionSalt, new byte[SipHash.KeyLength]));
        return site;
    }

    private async Task VisitAsync(Site site, string userAgent = BeaconClient.UserAgent)
    {
        using var browser = _app.CreateBrowser(userAgent);
        using var answer = await browser.PostJsonAsync(site.Id, """{"url":"https://example.com/"}""");
        answer.EnsureSuccessStatusCode();
    }

    private async Task<List<WeeklyVisitor>> WeeksAsync(Site site)
    {
        await using var context = _app.CreateContext();
        return await context.WeeklyVisitors.Where(visitor => visitor.SiteId == site.Id).OrderBy(visitor => visitor.Week).ToListAsync();
    }
}
