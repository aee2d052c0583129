using BlazorTracking.Features.Sites;
using BlazorTracking.Tests.Infrastructure;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Sites;

public sealed class SitePageTests : CircuitTests
{
    [Fact]
    public async Task Another_id_in_the_URL_opens_the_other_site()
    {
        var (shop, blog) = (await AddSiteAsync("shop"), await AddSiteAsync("blog"));
        var page = Open(shop.Id);
        page.WaitForAssertion(() => Assert.Equal("shop", page.Markup));

        page.Render(parameters => parameters.Add(p => p.SiteId, blog.Id));

        page.WaitForAssertion(() => Assert.Equal("blog", page.Markup));
        Assert.Equal(["shop", "blog"], page.Instance.WasRead);
    }

    [Fact]
    public async Task A_site_that_is_shown_is_not_read_again()
    {
        var shop = await AddSiteAsync("shop");
        var page = Open(shop.Id);
        page.WaitForAssertion(() => Assert.Equal("shop", page.Markup));

        page.Render(parameters => parameters.Add(p => p.SiteId, shop.Id));

        Assert.Equal(["shop"], page.Instance.WasRead);
    }

    [Fact]
    public async Task R8_where_the_site_is_not_mine_there_is_no_page()
    {
        var shop = await AddSiteAsync("shop");
        var isNotFound = false;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => isNotFound = true;
        Circuit.SignOut();

        var page = Open(shop.Id);

        page.WaitForAssertion(() => Assert.True(isNotFound));
        Assert.Empty(page.Instance.WasRead);
    }

    private IRenderedComponent<NamePage> Open(int siteId) => Render<NamePage>(parameters => parameters.Add(p => p.SiteId, siteId));

    private async Task<Site> AddSiteAsync(string name) =>
        (await Circuit.GetRequiredService<SiteRegistry>().AddAsync(new SiteDraft { Name = name, BaseUrl = "https://example.com", TimeZone = "UTC" }))!;

    private sealed class NamePage : SitePage
    {
        public List<string> WasRead { get; } = [];

        protected override Task OnSiteReadAsync(Site site)
        {
            WasRead.Add(site.Name);
            return Task.CompletedTask;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Site?.Name);
    }
}
