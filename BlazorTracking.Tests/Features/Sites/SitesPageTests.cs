using BlazorTracking.Features.Live;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Sites;

public sealed class SitesPageTests : CircuitTests
{
    [Fact]
    public void Who_has_no_site_yet_is_shown_the_way_to_the_first()
    {
        var page = Render<SitesPage>();

        Assert.Equal("Add your first site", page.Find("h1").TextContent);
        Assert.Equal(AppUrls.NewSite, page.Find("a").GetAttribute("href"));
    }

    [Fact]
    public async Task R7_my_sites_are_listed_each_linking_to_its_visits_and_nobody_else_s()
    {
        var mine = await AddSiteAsync("shop");
        await using (var other = await App.CreateCircuitAsync(await App.AddAccountAsync()))
        {
            await other.ServiceProvider.GetRequiredService<SiteRegistry>().AddAsync(new SiteDraft { Name = "not mine", BaseUrl = "https://other.example", TimeZone = "UTC" });
        }

        var page = Render<SitesPage>();

        var card = Assert.Single(page.FindAll(".site-card"));
        Assert.Equal("shop", card.QuerySelector("h2")?.TextContent);
        Assert.Equal($"/sites/{mine.Id}", card.GetAttribute("href"));
    }

    [Fact]
    public async Task A_visit_that_arrives_is_counted_without_a_reload()
    {
        var site = await AddSiteAsync("shop");
        var page = Render<SitesPage>();
        page.WaitForAssertion(() => Assert.Equal("0", page.Find(".site-card-visitors").TextContent));
        Assert.Contains("quiet", page.Markup, StringComparison.Ordinal);
        var visit = SampleVisit.Of(site.Id, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        await App.Services.GetRequiredService<IVisitStore>().AppendAsync([visit], default);

        App.Services.GetRequiredService<LiveFeed>().Publish([visit]);

        page.WaitForAssertion(() => Assert.Equal("1", page.Find(".site-card-visitors").TextContent), TimeSpan.FromSeconds(10));
        Assert.Equal("1 here now", page.Find(".site-card-live").TextContent);
        Assert.Equal("1 person on your site right now", page.Find(".page-head p").TextContent);
    }

    [Fact]
    public async Task What_a_name_holds_is_text()
    {
        await AddSiteAsync("<img src=x onerror=alert(1)>");

        var page = Render<SitesPage>();

        Assert.Equal("<img src=x onerror=alert(1)>", page.Find(".site-card h2").TextContent);
        Assert.Empty(page.FindAll(".site-card img"));
    }

    [Theory]
    [InlineData("SHOP", 1)]
    [InlineData("example", 2)]
    [InlineData("nothing", 0)]
    public async Task Sites_are_searched_by_name_and_address(string text, int found)
    {
        await AddSiteAsync("shop");
        await AddSiteAsync("blog");
        var page = Render<SitesPage>();

        await page.Find("input").InputAsync(text);

        Assert.Equal(found, page.FindAll(".site-card").Count);
    }

    [Fact]
    public async Task A_pinned_site_stays_before_the_others_on_every_page_until_it_is_let_go()
    {
        await AddSiteAsync("a");
        await AddSiteAsync("b");
        var page = Render<SitesPage>();
        page.WaitForAssertion(() => Assert.Equal(["a", "b"], Names(page)));

        await page.FindAll(".site-card-pin")[1].ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(["b", "a"], Names(page)));
        Assert.Equal("true", page.Find(".site-card-pin").GetAttribute("aria-pressed"));
        await using var other = await App.CreateCircuitAsync(Me);
        var board = other.ServiceProvider.GetRequiredService<SitesBoard>();
        await board.ListAsync();
        Assert.Equal(["b", "a"], board.Sites!.Select(site => site.Name));

        await page.Find(".site-card-pin").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(["a", "b"], Names(page)));
    }

    [Fact]
    public async Task Under_the_mouse_nothing_moves()
    {
        await AddSiteAsync("a");
        await AddSiteAsync("b");
        var page = Render<SitesPage>();
        page.WaitForAssertion(() => Assert.Equal(["a", "b"], Names(page)));
        await page.Find(".sites").MouseEnterAsync(new());

        await page.FindAll(".site-card-pin")[1].ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("true", page.FindAll(".site-card-pin")[1].GetAttribute("aria-pressed")));
        Assert.Equal(["a", "b"], Names(page));

        await page.Find(".sites").MouseLeaveAsync(new());

        page.WaitForAssertion(() => Assert.Equal(["b", "a"], Names(page)));
    }

    [Fact]
    public async Task A_visit_to_one_of_two_hundred_sites_renders_the_others_no_more()
    {
        for (var i = 0; i < 200; i++)
        {
            await AddSiteAsync($"site {i:000}");
        }

        var page = Render<SitesPage>();
        page.WaitForAssertion(() => Assert.Equal(200, page.FindAll(".site-card-quiet").Count), TimeSpan.FromSeconds(60));
        var cards = page.FindComponents<SiteCard>();
        var visit = SampleVisit.Of(cards[100].Instance.Site.Id, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        var before = cards.ToDictionary(card => card.Instance.Site.Id, card => card.RenderCount);

        App.Services.GetRequiredService<LiveFeed>().Publish([visit]);

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".site-card-live")), TimeSpan.FromSeconds(60));
        Assert.Equal([visit.SiteId], page.FindComponents<SiteCard>().Where(card => card.RenderCount > before[card.Instance.Site.Id]).Select(card => card.Instance.Site.Id));
    }

    [Fact]
    public async Task Nobody_listens_any_longer_when_the_page_is_left()
    {
        var site = await AddSiteAsync("shop");
        var page = Render<SitesPage>();
        page.WaitForElement(".site-card-quiet", TimeSpan.FromSeconds(10));

        await DisposeComponentsAsync();
        App.Services.GetRequiredService<LiveFeed>().Publish([SampleVisit.Of(site.Id)]);

        Assert.Null(Circuit.GetRequiredService<SitesBoard>().Figures(site));
    }

    private static IEnumerable<string> Names(IRenderedComponent<SitesPage> page) => page.FindAll(".site-card h2").Select(name => name.TextContent);

    private async Task<Site> AddSiteAsync(string name) =>
        (await Circuit.GetRequiredService<SiteRegistry>().AddAsync(new SiteDraft { Name = name, BaseUrl = "https://example.com", TimeZone = "UTC" }))!;
}
