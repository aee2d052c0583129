using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Sites;

public sealed class SiteRegistryTests(AppFactory app) : IClassFixture<AppFactory>
{
    private static SiteDraft Draft => new() { Name = "example.com", BaseUrl = "https://example.com", TimeZone = "Europe/Berlin", AddressPolicy = AddressPolicy.Truncated };

    [Fact]
    public async Task R7_an_added_site_is_stored_as_entered()
    {
        var me = await app.AddAccountAsync();

        var site = await AddAsync(me);

        var stored = await StoredAsync(site.Id);
        Assert.Equal(
            (me.Id, "example.com", "https://example.com", "Europe/Berlin", AddressPolicy.Truncated),
            (stored!.OwnerId, stored.Name, stored.BaseUrl, stored.TimeZone, stored.AddressPolicy));
    }

    [Fact]
    public async Task A_stranger_adds_nothing()
    {
        await using var circuit = await app.CreateCircuitAsync(null);

        Assert.Null(await Registry(circuit).AddAsync(Draft));
    }

    [Fact]
    public async Task What_is_not_valid_is_not_stored()
    {
        await using var circuit = await app.CreateCircuitAsync(await app.AddAccountAsync());
        var draft = Draft;
        draft.BaseUrl = "javascript:alert(1)";

        await Assert.ThrowsAsync<ArgumentException>(() => Registry(circuit).AddAsync(draft));
    }

    [Fact]
    public async Task R7_a_site_is_changed_by_its_owner()
    {
        var me = await app.AddAccountAsync();
        var site = await AddAsync(me);
        await using var circuit = await app.CreateCircuitAsync(me);

        var changed = await Registry(circuit).ChangeAsync(site.Id, new SiteDraft { Name = "Shop", BaseUrl = "https://shop.example", TimeZone = "Asia/Tokyo", AddressPolicy = AddressPolicy.Full });

        var stored = await StoredAsync(site.Id);
        Assert.True(changed);
        Assert.Equal(("Shop", "https://shop.example", "Asia/Tokyo", AddressPolicy.Full), (stored!.Name, stored.BaseUrl, stored.TimeZone, stored.AddressPolicy));
    }

    [Fact]
    public async Task A_change_holds_for_the_next_beacon()
    {
        var me = await app.AddAccountAsync();
        var site = await AddAsync(me);
        var tracked = app.Services.GetRequiredService<TrackedSites>();
        Assert.Equal(AddressPolicy.Truncated, (await tracked.FindAsync(site.Id, default))!.AddressPolicy);
        await using var circuit = await app.CreateCircuitAsync(me);

        await Registry(circuit).ChangeAsync(site.Id, new SiteDraft { Name = "a", BaseUrl = "https://a.example", TimeZone = "UTC", AddressPolicy = AddressPolicy.Full });

        Assert.Equal(AddressPolicy.Full, (await tracked.FindAsync(site.Id, default))!.AddressPolicy);
    }

    [Fact]
    public async Task Nobody_is_recognised_unless_the_owner_wants_it()
    {
        var me = await app.AddAccountAsync();
        var site = await AddAsync(me);
        Assert.Null((await StoredAsync(site.Id))!.RecognitionSalt);

        await RecogniseAsync(me, site, true);
        var salt = (await StoredAsync(site.Id))!.RecognitionSalt;
        await RecogniseAsync(me, site, true);

        Assert.Equal(SipHash.KeyLength, salt!.Length);
        Assert.Equal(salt, (await StoredAsync(site.Id))!.RecognitionSalt);
        Assert.Equal(salt, (await app.Services.GetRequiredService<TrackedSites>().FindAsync(site.Id, default))!.RecognitionSalt);
    }

    [Fact]
    public async Task Turned_off_recognition_leaves_nothing_and_begins_anew_with_another_secret()
    {
        var me = await app.AddAccountAsync();
        var (site, other) = (await AddAsync(me), await AddAsync(me));
        await RecogniseAsync(me, site, true);
        var salt = (await StoredAsync(site.Id))!.RecognitionSalt;
        await using (var context = app.CreateContext())
        {
            context.WeeklyVisitors.AddRange(Week(site.Id), Week(other.Id));
            await context.SaveChangesAsync();
        }

        await RecogniseAsync(me, site, false);

        Assert.Null((await StoredAsync(site.Id))!.RecognitionSalt);
        Assert.Equal([other.Id], await WeeksOfAsync(site.Id, other.Id));
        await RecogniseAsync(me, site, true);
        Assert.NotEqual(salt, (await StoredAsync(site.Id))!.RecognitionSalt);
    }

    [Fact]
    public async Task R8_nobody_else_changes_or_deletes_it()
    {
        var site = await AddAsync(await app.AddAccountAsync());
        await using var circuit = await app.CreateCircuitAsync(await app.AddAccountAsync());

        Assert.False(await Registry(circuit).ChangeAsync(site.Id, new SiteDraft { Name = "stolen", BaseUrl = "https://evil.example", TimeZone = "UTC" }));
        Assert.False(await Registry(circuit).DeleteAsync(site.Id));
        Assert.Equal("example.com", (await StoredAsync(site.Id))?.Name);
    }

    [Fact]
    public async Task R7_a_deleted_site_takes_its_visits_and_its_ledger_with_it_and_nobody_else_s()
    {
        var me = await app.AddAccountAsync();
        var site = await AddAsync(me);
        var other = await AddAsync(me);
        var visits = app.Services.GetRequiredService<IVisitStore>();
        await visits.AppendAsync([SampleVisit.Of(site.Id), SampleVisit.Of(other.Id)], default);
        await using (var context = app.CreateContext())
        {
            context.LedgerEntries.AddRange(
                new LedgerEntry { SiteId = site.Id, Date = new DateOnly(2026, 3, 2), Reason = RefusalReason.Bot, Count = 3 },
                new LedgerEntry { SiteId = other.Id, Date = new DateOnly(2026, 3, 2), Reason = RefusalReason.Bot, Count = 5 });
            context.WeeklyVisitors.AddRange(Week(site.Id), Week(other.Id));
            await context.SaveChangesAsync();
        }

        await using var circuit = await app.CreateCircuitAsync(me);
        var deleted = await Registry(circuit).DeleteAsync(site.Id);

        Assert.True(deleted);
        Assert.Null(await StoredAsync(site.Id));
        await using var left = app.CreateContext();
        Assert.Equal([other.Id], await left.Visits.Where(visit => visit.SiteId == site.Id || visit.SiteId == other.Id).Select(visit => visit.SiteId).ToListAsync());
        Assert.Equal([other.Id], await left.LedgerEntries.Where(entry => entry.SiteId == site.Id || entry.SiteId == other.Id).Select(entry => entry.SiteId).ToListAsync());
        Assert.Equal([other.Id], await WeeksOfAsync(site.Id, other.Id));
        Assert.Null(await app.Services.GetRequiredService<TrackedSites>().FindAsync(site.Id, default));
    }

    private static WeeklyVisitor Week(int siteId) => new() { SiteId = siteId, Week = new DateOnly(2026, 3, 2), VisitorId = 7 };

    private async Task<List<int>> WeeksOfAsync(params int[] siteIds)
    {
        await using var context = app.CreateContext();
        return await context.WeeklyVisitors.Where(visitor => siteIds.Contains(visitor.SiteId)).Select(visitor => visitor.SiteId).ToListAsync();
    }

    private async Task RecogniseAsync(Account owner, Site site, bool recognises)
    {
        await using var circuit = await app.CreateCircuitAsync(owner);
        var draft = SiteDraft.Of((await StoredAsync(site.Id))!);
        draft.RecognisesVisitors = recognises;
        Assert.True(await Registry(circuit).ChangeAsync(site.Id, draft));
    }

    private static SiteRegistry Registry(AsyncServiceScope circuit) => circuit.ServiceProvider.GetRequiredService<SiteRegistry>();

    private async Task<Site> AddAsync(Account owner)
    {
        await using var circuit = await app.CreateCircuitAsync(owner);
        return (await Registry(circuit).AddAsync(Draft))!;
    }

    private async Task<Site?> StoredAsync(int id)
    {
        await using var context = app.CreateContext();
        return await context.Sites.AsNoTracking().SingleOrDefaultAsync(site => site.Id == id);
    }
}
