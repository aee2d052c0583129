using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Shell;

public sealed class HeaderTests(AppFactory app) : IClassFixture<AppFactory>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/Identity/Account/Login")]
    [InlineData("/nothing-here")]
    public async Task R16_a_stranger_has_the_same_header_on_every_page(string url)
    {
        using var browser = app.OpenBrowser();

        var page = await (await browser.GetAsync(url)).ReadPageAsync();

        Assert.Equal("BlazorTracking", page.QuerySelector("header .header-brand")?.TextContent.Trim());
        Assert.NotNull(page.QuerySelector($"header a[href='{AppUrls.SignIn}']"));
        Assert.Null(page.QuerySelector("header form"));
    }

    [Theory]
    [InlineData("/sites")]
    [InlineData("/Identity/Account/Manage")]
    [InlineData("/nothing-here")]
    public async Task R16_who_is_signed_in_has_the_sites_and_the_account_on_every_page(string url)
    {
        using var browser = await app.OpenBrowserAsync(await app.AddAccountAsync($"Ada.{Guid.NewGuid():N}"));

        var page = await (await browser.GetAsync(url)).ReadPageAsync();

        Assert.NotNull(page.QuerySelector($"header a[href='{AppUrls.Sites}']"));
        Assert.NotNull(page.QuerySelector($"header a[href='{AppUrls.ManageAccount}']"));
        Assert.StartsWith("A", page.QuerySelector("header summary")?.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sites")]
    [InlineData("/Identity/Account/Manage")]
    [InlineData("/nothing-here")]
    public async Task R3_signing_out_is_a_form_with_a_token(string url)
    {
        using var browser = await app.OpenBrowserAsync(await app.AddAccountAsync());

        var page = await (await browser.GetAsync(url)).ReadPageAsync();

        var form = page.QuerySelector("header form")!;
        Assert.Equal(("post", AppUrls.SignOut), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.NotEmpty(form.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/Identity/Account/Login")]
    [InlineData("/nothing-here")]
    public async Task Every_page_has_one_main_part_one_heading_a_title_and_a_way_to_skip_to_it(string url)
    {
        using var browser = app.OpenBrowser();

        var page = await (await browser.GetAsync(url)).ReadPageAsync();

        Assert.Equal("#main", page.QuerySelector(".skip-link")?.GetAttribute("href"));
        Assert.Single(page.QuerySelectorAll("main#main"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Contains("BlazorTracking", page.Title, StringComparison.Ordinal);
    }
}
