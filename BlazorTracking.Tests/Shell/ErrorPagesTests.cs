using System.Net;
using BlazorTracking.Features.Sites;
using BlazorTracking.Shell;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Shell;

public sealed class ErrorPagesTests(AppFactory app) : IClassFixture<AppFactory>
{
    [Fact]
    public async Task R17_an_unknown_address_answers_404_with_a_page()
    {
        using var browser = app.OpenBrowser();

        using var response = await browser.GetAsync("/nothing-here");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("Nothing here", (await response.ReadPageAsync()).QuerySelector("h1")?.TextContent);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Styles_have_the_addresses_under_which_browsers_keep_them(string method)
    {
        using var browser = app.OpenBrowser();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/nothing-here");

        using var response = await browser.SendAsync(request);

        var styles = (await response.ReadPageAsync()).QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Contains(styles, style => style.StartsWith("/app.", StringComparison.Ordinal) && style != "/app.css");
        foreach (var style in styles)
        {
            using var file = await browser.GetAsync(style);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Whatever_is_sent_to_an_unknown_address_is_not_found(string method)
    {
        using var browser = app.OpenBrowser();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/nothing-here");

        using var response = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("Nothing here", (await response.ReadPageAsync()).QuerySelector("h1")?.TextContent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/settings")]
    [InlineData("/install")]
    public async Task R8_someone_else_s_site_a_missing_one_and_an_unknown_address_cannot_be_told_apart(string page)
    {
        var owner = await app.AddAccountAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);
        var site = await circuit.ServiceProvider.GetRequiredService<SiteRegistry>().AddAsync(new SiteDraft { BaseUrl = "https://example.com", TimeZone = "UTC" });
        using var browser = await app.OpenBrowserAsync(await app.AddAccountAsync());

        using var foreign = await browser.GetAsync($"/sites/{site!.Id}{page}");
        using var missing = await browser.GetAsync($"/sites/987654{page}");
        using var unknown = await browser.GetAsync("/nothing-here");

        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound],
            [foreign.StatusCode, missing.StatusCode, unknown.StatusCode]);
        var text = (await unknown.ReadPageAsync()).MainText();
        Assert.StartsWith("Nothing here", text, StringComparison.Ordinal);
        Assert.Equal(text, (await foreign.ReadPageAsync()).MainText());
        Assert.Equal(text, (await missing.ReadPageAsync()).MainText());
    }

    [Fact]
    public async Task The_address_of_the_error_page_itself_is_not_found_either()
    {
        using var browser = app.OpenBrowser();

        using var response = await browser.GetAsync(AppUrls.NotFound);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task R17_a_failure_answers_500_with_a_page_that_tells_nothing_of_it()
    {
        await using var broken = new AppFactory();
        using var browser = await broken.OpenBrowserAsync(await broken.AddAccountAsync());
        await BreakAsync(broken);

        using var response = await browser.GetAsync("/sites");

        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("Something went wrong here", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain("no such table", text, StringComparison.Ordinal);
        Assert.Equal([SecurityHeaders.ContentPolicy], response.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task R17_the_trace_that_the_page_of_a_failure_shows_is_among_the_errors()
    {
        await using var broken = new AppFactory();
        using var browser = await broken.OpenBrowserAsync(await broken.AddAccountAsync());
        await BreakAsync(broken);

        using var response = await browser.GetAsync("/sites");

        var trace = (await response.ReadPageAsync()).QuerySelector("main code")!.TextContent;
        var error = Assert.Single((await broken.ReadErrorsAsync()).Split(Environment.NewLine), line => line.EndsWith($" ms {trace}", StringComparison.Ordinal));
        Assert.Contains(" GET /sites 500 ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_asks_gets_a_failure_as_JSON()
    {
        await using var broken = new AppFactory();
        using var browser = await broken.OpenBrowserAsync(await broken.AddAccountAsync());
        browser.DefaultRequestHeaders.Remove("Accept");
        await BreakAsync(broken);

        using var response = await browser.GetAsync("/sites");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_refused_beacon_keeps_its_own_answer_even_where_a_page_was_asked_for()
    {
        using var browser = app.OpenBrowser();

        using var response = await browser.GetAsync("/sites/987654/visit?url=https://example.com/");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task What_asks_for_no_page_gets_none()
    {
        using var browser = app.OpenBrowser();
        browser.DefaultRequestHeaders.Remove("Accept");
        browser.DefaultRequestHeaders.Add("Accept", "image/avif,image/webp,*/*;q=0.8");

        using var response = await browser.GetAsync("/nothing-here");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    private static async Task BreakAsync(AppFactory app)
    {
        await using var context = app.CreateContext();
        await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF; DROP TABLE \"Sites\"");
    }
}
