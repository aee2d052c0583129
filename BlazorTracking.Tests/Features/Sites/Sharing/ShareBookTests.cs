using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Sites.Sharing;

public sealed class ShareBookTests(AppFactory app) : IClassFixture<AppFactory>
{
    [Fact]
    public async Task A_link_holds_256_random_bits_of_which_only_a_hash_is_kept()
    {
        var site = await app.AddSiteAsync();

        var token = await app.ShareAsync(site, password: "three random words");

        Assert.Equal(43, token.Length);
        Assert.NotEqual(token, await app.ShareAsync(site));
        await using var context = app.CreateContext();
        var link = await context.ShareLinks.Where(link => link.SiteId == site.Id).OrderBy(link => link.Id).FirstAsync();
        Assert.Equal(ShareToken.Hash(token), link.TokenHash);
        Assert.StartsWith("AQAAAA", link.PasswordHash, StringComparison.Ordinal);
        Assert.DoesNotContain("random", link.PasswordHash, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_the_owner_makes_lists_or_revokes_links_or_makes_a_site_public()
    {
        var site = await app.AddSiteAsync();
        await app.ShareAsync(site);
        await using var context = app.CreateContext();
        var link = await context.ShareLinks.SingleAsync(link => link.SiteId == site.Id);
        await using var other = await app.CreateCircuitAsync(await app.AddAccountAsync());
        var book = Book(other);

        Assert.Empty(await book.ListAsync(site.Id));
        Assert.Null(await book.AddAsync(site.Id, new ShareDraft { Name = "Mine" }));
        Assert.False(await book.RevokeAsync(site.Id, link.Id));
        Assert.False(await book.PublishAsync(site.Id, SitePanels.All));
        Assert.Null((await context.Sites.AsNoTracking().SingleAsync(s => s.Id == site.Id)).PublicPanels);
        Assert.Equal(1, await context.ShareLinks.CountAsync(link => link.SiteId == site.Id));
    }

    [Fact]
    public async Task Who_has_a_link_changes_nothing_by_it()
    {
        var site = await app.AddSiteAsync();
        await using var circuit = await app.OpenCircuitAsync(Pass.Link(await app.ShareAsync(site, SitePanels.All)));

        Assert.Null(await Book(circuit).AddAsync(site.Id, new ShareDraft { Name = "Mine" }));
        Assert.Empty(await Book(circuit).ListAsync(site.Id));
        Assert.False(await circuit.ServiceProvider.GetRequiredService<SiteRegistry>().PinAsync(site.Id, true));
        Assert.False(await circuit.ServiceProvider.GetRequiredService<BlazorTracking.Features.Goals.GoalBook>().AddAsync(site.Id, new() { Text = "/thanks" }));
        Assert.False(await circuit.ServiceProvider.GetRequiredService<BlazorTracking.Features.Annotations.AnnotationBook>().AddAsync(site.Id, new() { Text = "mine", Date = new DateOnly(2026, 3, 2) }));
        Assert.False(await circuit.ServiceProvider.GetRequiredService<SiteRegistry>().DeleteAsync(site.Id));
    }

    [Fact]
    public async Task A_link_of_another_site_of_mine_is_not_revoked_by_this_one_s_id()
    {
        var me = await app.AddAccountAsync();
        await using var circuit = await app.CreateCircuitAsync(me);
        var registry = circuit.ServiceProvider.GetRequiredService<SiteRegistry>();
        var one = (await registry.AddAsync(new SiteDraft { Name = "one", BaseUrl = "https://one.example", TimeZone = "UTC" }))!;
        var two = (await registry.AddAsync(new SiteDraft { Name = "two", BaseUrl = "https://two.example", TimeZone = "UTC" }))!;
        await Book(circuit).AddAsync(one.Id, new ShareDraft { Name = "Board" });
        var link = Assert.Single(await Book(circuit).ListAsync(one.Id));

        Assert.False(await Book(circuit).RevokeAsync(two.Id, link.Id));
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("a\u0007bell", "", 0)]
    [InlineData("Board", "short", 0)]
    [InlineData("Board", "", -1)]
    [InlineData("Board", "", 5000)]
    public async Task What_is_not_valid_is_not_stored(string name, string password, int days)
    {
        var site = await app.AddSiteAsync();
        await using var context = app.CreateContext();
        await using var circuit = await app.CreateCircuitAsync(await context.Set<Account>().SingleAsync(account => account.Id == site.OwnerId));
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days < 0 ? days - 1 : days);
        var draft = new ShareDraft { Name = name, Password = password, LastDay = days == 0 ? null : day };

        await Assert.ThrowsAsync<ArgumentException>(() => Book(circuit).AddAsync(site.Id, draft));

        Assert.False(await context.ShareLinks.AnyAsync(link => link.SiteId == site.Id));
    }

    [Fact]
    public async Task Links_go_with_their_site()
    {
        var site = await app.AddSiteAsync();
        await app.ShareAsync(site);
        await using var context = app.CreateContext();
        await using var circuit = await app.CreateCircuitAsync(await context.Set<Account>().SingleAsync(account => account.Id == site.OwnerId));

        Assert.True(await circuit.ServiceProvider.GetRequiredService<SiteRegistry>().DeleteAsync(site.Id));

        Assert.False(await context.ShareLinks.AnyAsync(link => link.SiteId == site.Id));
    }

    private static ShareBook Book(AsyncServiceScope circuit) => circuit.ServiceProvider.GetRequiredService<ShareBook>();
}
