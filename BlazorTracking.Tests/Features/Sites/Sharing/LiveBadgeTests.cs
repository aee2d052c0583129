using System.Net;
using System.Xml.Linq;
using BlazorTracking.Features.Languages;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Features.Dashboard;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Sites.Sharing;

public sealed class LiveBadgeTests
{
    [Fact]
    public async Task It_says_how_many_visitors_are_here_now_and_any_page_may_show_it_for_ten_seconds()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit(), dashboard.Visit());
        await dashboard.App.PublishAsync(dashboard.Site, SitePanels.None);

        using var response = await GetAsync(dashboard.App, Pass.Public.Badge(dashboard.Site.Id));

        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=10", response.Headers.CacheControl?.ToString());
        Assert.Equal(["cross-origin"], response.Headers.GetValues("Cross-Origin-Resource-Policy"));
        Assert.Equal("2 here now", await TextAsync(response));
    }

    [Theory]
    [InlineData("", null, null, "1 here now", "en")]
    [InlineData("", "de-AT,en;q=0.5", null, "1 gerade hier", "de")]
    [InlineData("", "de", "c=en|uic=en", "1 here now", "en")]
    [InlineData("?lang=fr", "de", null, "1 gerade hier", "de")]
    [InlineData("?lang=", null, null, "1 here now", "en")]
    public async Task It_is_in_its_readers_language_and_caches_keep_it_for_those_who_ask_alike(string query, string? accepted, string? cookie, string text, string language)
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit());
        await dashboard.App.PublishAsync(dashboard.Site, SitePanels.None);

        using var response = await GetAsync(dashboard.App, Pass.Public.Badge(dashboard.Site.Id) + query, accepted, cookie);

        Assert.Equal(text, await TextAsync(response));
        Assert.Equal([language], response.Content.Headers.ContentLanguage);
        Assert.Equal(["Accept-Language", "Cookie"], response.Headers.Vary);
        Assert.Equal("public, max-age=10", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("?lang=de", "en", "1 gerade hier", "de")]
    [InlineData("?theme=dark&lang=EN", "de", "1 here now", "en")]
    public async Task Its_address_can_name_a_language_and_is_then_the_same_for_everybody(string query, string accepted, string text, string language)
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit());
        await dashboard.App.PublishAsync(dashboard.Site, SitePanels.None);

        using var response = await GetAsync(dashboard.App, Pass.Public.Badge(dashboard.Site.Id) + query, accepted);

        Assert.Equal(text, await TextAsync(response));
        Assert.Equal([language], response.Content.Headers.ContentLanguage);
        Assert.Empty(response.Headers.Vary);
        Assert.Equal("public, max-age=10", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task By_a_link_it_is_there_until_the_link_is_revoked()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        var badge = Pass.Link(await dashboard.App.ShareAsync(dashboard.Site)).Badge(dashboard.Site.Id);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(dashboard.App, badge)).StatusCode);

        await dashboard.App.RevokeAsync(dashboard.Site);

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(dashboard.App, badge)).StatusCode);
    }

    [Fact]
    public async Task A_private_site_has_none_as_one_that_is_not_there()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(dashboard.App, Pass.Public.Badge(dashboard.Site.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(dashboard.App, Pass.Public.Badge(999))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(dashboard.App, Pass.Link(ShareToken.Create()).Badge(dashboard.Site.Id))).StatusCode);
    }

    [Fact]
    public async Task Who_asks_too_often_has_to_wait()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        using var client = dashboard.App.CreateClient();
        var asked = 0;
        var status = HttpStatusCode.NotFound;

        for (; status == HttpStatusCode.NotFound && asked < 1000; asked++)
        {
            using var response = await client.GetAsync(Pass.Public.Badge(dashboard.Site.Id));
            status = response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.InRange(asked, 100, 200);
    }

    [Theory]
    [InlineData(0, false, "0 here now")]
    [InlineData(12_345, true, "12,345 here now")]
    public void The_drawing_is_well_formed_and_wide_enough(int count, bool isDark, string text)
    {
        var drawing = XDocument.Parse(BadgePicture.Of(count, isDark)).Root!;

        Assert.Equal(text, drawing.Elements().Last().Value);
        Assert.True(double.Parse(drawing.Attribute("width")!.Value) >= 26 + (text.Length * 7));
        Assert.Contains(isDark ? "#17191F" : "#FFFFFF", drawing.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_number_is_that_of_the_language()
    {
        var drawing = XDocument.Parse(Language.Find("de")!.Write(() => BadgePicture.Of(12_345, isDark: false)));

        Assert.Equal("12.345 gerade hier", drawing.Root?.Attribute("aria-label")?.Value);
    }

    private static async Task<HttpResponseMessage> GetAsync(AppFactory app, string url, string? accepted = null, string? cookie = null)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", $"{LanguagesFeature.CookieName}={Uri.EscapeDataString(cookie)}");
        }

        return await client.SendAsync(request);
    }

    private static async Task<string?> TextAsync(HttpResponseMessage response) =>
        XDocument.Parse(await response.Content.ReadAsStringAsync()).Root?.Attribute("aria-label")?.Value;
}
