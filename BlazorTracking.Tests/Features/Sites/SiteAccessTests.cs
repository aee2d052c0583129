using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Sites;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Sites;

public sealed class SiteAccessTests(AppFactory app) : IClassFixture<AppFactory>
{
    [Fact]
    public async Task R8_its_owner_finds_a_site()
    {
        var owner = await app.AddAccountAsync();
        var site = await AddSiteAsync(owner);
        await using var circuit = await app.CreateCircuitAsync(owner);

        Assert.Equal("https://example.com", (await Access(circuit).FindAsync(site.Id))?.BaseUrl);
    }

    [Fact]
    public async Task R8_another_account_does_not()
    {
        var site = await AddSiteAsync(await app.AddAccountAsync());
        await using var circuit = await app.CreateCircuitAsync(await app.AddAccountAsync());

        Assert.Null(await Access(circuit).FindAsync(site.Id));
    }

    [Fact]
    public async Task R8_a_stranger_does_not()
    {
        var site = await AddSiteAsync(await app.AddAccountAsync());
        await using var circuit = await app.CreateCircuitAsync(null);

        Assert.Null(await Access(circuit).FindAsync(site.Id));
        Assert.Empty(await Access(circuit).ListAsync());
    }

    [Fact]
    public async Task R8_a_missing_site_is_like_someone_else_s()
    {
        await using var circuit = await app.CreateCircuitAsync(await app.AddAccountAsync());

        Assert.Null(await Access(circuit).FindAsync(int.MaxValue));
    }

    [Fact]
    public async Task R7_only_my_sites_are_listed_by_name()
    {
        var me = await app.AddAccountAsync();
        await AddSiteAsync(await app.AddAccountAsync(), "not mine");
        await AddSiteAsync(me, "shop");
        await AddSiteAsync(me, "Blog");
        await using var circuit = await app.CreateCircuitAsync(me);

        Assert.Equal(["Blog", "shop"], (await Access(circuit).ListAsync()).Select(site => site.Name));
    }

    [Fact]
    public async Task A_circuit_whose_sign_in_ended_finds_nothing_any_longer()
    {
        var owner = await app.AddAccountAsync();
        var site = await AddSiteAsync(owner);
        await using var circuit = await app.CreateCircuitAsync(owner);
        var access = Access(circuit);
        Assert.NotNull(await access.FindAsync(site.Id));

        circuit.ServiceProvider.SignOut();

        Assert.Null(await access.FindAsync(site.Id));
    }

    private static SiteAccess Access(AsyncServiceScope circuit) => circuit.ServiceProvider.GetRequiredService<SiteAccess>();

    private async Task<Site> AddSiteAsync(Account owner, string name = "example.com")
    {
        await using var circuit = await app.CreateCircuitAsync(owner);
        return (await circuit.ServiceProvider.GetRequiredService<SiteRegistry>().AddAsync(new SiteDraft { Name = name, BaseUrl = "https://example.com", TimeZone = "Europe/Berlin" }))!;
    }
}
