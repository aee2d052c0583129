using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Funnels;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Funnels;

public sealed class FunnelBookTests(AppFactory app) : IClassFixture<AppFactory>
{
    private static FunnelDraft Draft => Steps("/cart", "/thanks/*");

    [Fact]
    public async Task A_funnel_is_stored_changed_and_deleted_by_the_site_s_owner()
    {
        var (owner, siteId) = await OwnerAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);
        var book = Book(circuit);

        Assert.True(await book.AddAsync(siteId, Draft));
        var added = Assert.Single(await book.ListAsync(siteId));
        Assert.Equal([Page("/cart"), Page("/thanks/*")], added.Steps);

        Assert.True(await book.ChangeAsync(siteId, added.Id, Steps("/", " /cart ", "/pay")));
        var changed = Assert.Single(await book.ListAsync(siteId));
        Assert.Equal([Page("/"), Page("/cart"), Page("/pay")], changed.Steps);

        Assert.True(await book.DeleteAsync(siteId, added.Id));
        Assert.Empty(await book.ListAsync(siteId));
    }

    [Fact]
    public async Task Somebody_else_sees_and_changes_nothing()
    {
        var (owner, siteId) = await OwnerAsync();
        await using var mine = await app.CreateCircuitAsync(owner);
        await Book(mine).AddAsync(siteId, Draft);
        var funnel = Assert.Single(await Book(mine).ListAsync(siteId));
        var (other, otherSiteId) = await OwnerAsync();
        await using var theirs = await app.CreateCircuitAsync(other);

        Assert.Empty(await Book(theirs).ListAsync(siteId));
        Assert.False(await Book(theirs).AddAsync(siteId, Draft));
        Assert.False(await Book(theirs).ChangeAsync(siteId, funnel.Id, Draft));
        Assert.False(await Book(theirs).ChangeAsync(otherSiteId, funnel.Id, Draft));
        Assert.False(await Book(theirs).DeleteAsync(siteId, funnel.Id));
        Assert.False(await Book(theirs).DeleteAsync(otherSiteId, funnel.Id));
        Assert.Single(await Book(mine).ListAsync(siteId));
    }

    [Fact]
    public async Task A_site_has_so_many_funnels_and_no_more()
    {
        var (owner, siteId) = await OwnerAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);
        for (var number = 0; number < Funnel.MostOfASite; number++)
        {
            Assert.True(await Book(circuit).AddAsync(siteId, Draft));
        }

        Assert.False(await Book(circuit).AddAsync(siteId, Draft));
    }

    [Fact]
    public async Task Funnels_go_with_their_site()
    {
        var (owner, siteId) = await OwnerAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);
        await Book(circuit).AddAsync(siteId, Draft);

        await circuit.ServiceProvider.GetRequiredService<SiteRegistry>().DeleteAsync(siteId);

        await using var context = app.CreateContext();
        Assert.DoesNotContain(context.Funnels, funnel => funnel.SiteId == siteId);
    }

    [Theory]
    [InlineData("/a")]
    [InlineData("/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8", "/9")]
    [InlineData("/a", "")]
    [InlineData("/a", "b")]
    public async Task A_funnel_has_two_to_eight_steps_that_can_happen(params string[] paths)
    {
        var (owner, siteId) = await OwnerAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);

        await Assert.ThrowsAsync<ArgumentException>(() => Book(circuit).AddAsync(siteId, Steps(paths)));
    }

    private static FunnelDraft Steps(params string[] paths) => new() { Name = "Checkout", Steps = [.. paths.Select(path => new FunnelStepDraft { Text = path })] };

    private static VisitCondition Page(string path) => new(ConditionKind.Page, path);

    private static FunnelBook Book(AsyncServiceScope circuit) => circuit.ServiceProvider.GetRequiredService<FunnelBook>();

    private async Task<(Account Owner, int SiteId)> OwnerAsync()
    {
        var owner = await app.AddAccountAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);
        var site = await circuit.ServiceProvider.GetRequiredService<SiteRegistry>()
            .AddAsync(new SiteDraft { BaseUrl = "https://example.com", TimeZone = "Europe/Berlin" });
        return (owner, site!.Id);
    }
}
