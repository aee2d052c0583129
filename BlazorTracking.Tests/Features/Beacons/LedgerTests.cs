using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Sites;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Beacons;

public sealed class LedgerTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 10, 23, 30, 0, TimeSpan.Zero));
    private readonly AppFactory _app;

    public LedgerTests() => _app = new AppFactory { Clock = _clock };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Refusals_are_counted_by_site_day_and_reason_in_the_sites_time_zone()
    {
        var site = await _app.AddSiteAsync(timeZone: "Europe/Berlin");
        using var browser = _app.CreateBrowser();
        using var robot = _app.CreateBrowser("Googlebot/2.1 (+http://www.google.com/bot.html)");

        using var bad = await browser.GetBeaconAsync(site.Id);
        using var worse = await browser.GetBeaconAsync(site.Id, ("url", "nonsense"));
        using var bot = await robot.GetBeaconAsync(site.Id, ("url", "https://example.com/"));
        using var stored = await browser.GetBeaconAsync(site.Id, ("url", "https://example.com/"), ("id", "once"));
        using var again = await browser.GetBeaconAsync(site.Id, ("url", "https://example.com/"), ("id", "once"));

        // Half past eleven at night in UTC is the next day in Berlin.
        var berlin = new DateOnly(2026, 3, 11);
        Assert.Equal(
            [(berlin, RefusalReason.BadRequest, 2), (berlin, RefusalReason.Bot, 1), (berlin, RefusalReason.Duplicate, 1)],
            await ReadAsync(site.Id));
        Assert.Single(await _app.ReadVisitsAsync(site.Id));
    }

    [Fact]
    public async Task Beacons_for_no_site_are_counted_under_zero_on_the_day_of_utc()
    {
        using var browser = _app.CreateBrowser();

        using var response = await browser.GetBeaconAsync(4711, ("url", "https://example.com/"));

        Assert.Equal([(new DateOnly(2026, 3, 10), RefusalReason.UnknownSite, 1)], await ReadAsync(0));
    }

    [Fact]
    public async Task Counts_are_written_every_second_and_add_up()
    {
        var site = TrackedSite.Of(await _app.AddSiteAsync());
        var ledger = _app.Services.GetRequiredService<Ledger>();

        ledger.Count(site, RefusalReason.RateLimit, 3);
        await ledger.FlushAsync(CancellationToken.None);
        ledger.Count(site, RefusalReason.RateLimit, 4);
        await ledger.FlushAsync(CancellationToken.None);
        await ledger.FlushAsync(CancellationToken.None);

        Assert.Equal([(new DateOnly(2026, 3, 11), RefusalReason.RateLimit, 7)], await ReadAsync(site.Id));
    }

    private async Task<List<(DateOnly Date, RefusalReason Reason, long Count)>> ReadAsync(int siteId)
    {
        await _app.Services.GetRequiredService<Ledger>().FlushAsync(CancellationToken.None);
        await using var context = _app.CreateContext();
        var entries = await context.LedgerEntries.Where(entry => entry.SiteId == siteId).OrderBy(entry => entry.Reason).ToListAsync();
        return [.. entries.Select(entry => (entry.Date, entry.Reason, entry.Count))];
    }
}
