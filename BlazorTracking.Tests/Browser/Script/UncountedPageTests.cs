namespace BlazorTracking.Tests.Browser.Script;

public sealed class UncountedPageTests(BrowserFixture browser) : TrackedPageTests(browser)
{
    [BrowserTheory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("shop.localhost")]
    public async Task A_developers_own_machine_is_not_counted(string host)
    {
        await using var site = await ForeignSite.StartAsync(host);

        await Page.GotoAsync(site.Publish("/", Receiver.Snippet()));
        await SendLastAsync();
        await SendLastWithoutScriptAsync();

        Assert.Null((await Receiver.NextAsync()).Url);
    }

    [BrowserFact]
    public async Task A_file_is_not_counted()
    {
        var file = Path.GetTempFileName() + ".html";
        await File.WriteAllTextAsync(file, "<!doctype html><title>File</title>" + Receiver.Snippet());
        try
        {
            await Page.GotoAsync(new Uri(file).AbsoluteUri);
            await SendLastWithoutScriptAsync();

            Assert.Null((await Receiver.NextAsync()).Url);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [BrowserFact]
    public async Task A_developers_own_machine_is_counted_when_the_snippet_says_so()
    {
        await using var site = await ForeignSite.StartAsync("localhost");
        var url = site.Publish("/", Receiver.Snippet(attributes: "defer data-local"));

        await Page.GotoAsync(url);

        Assert.Equal(url, (await Receiver.NextAsync()).Url);
    }

    [BrowserTheory]
    [InlineData("globalPrivacyControl", "true")]
    [InlineData("doNotTrack", "'1'")]
    public async Task A_visitor_who_asks_not_to_be_tracked_is_not_where_the_snippet_respects_it(string signal, string value)
    {
        await Page.AddInitScriptAsync($"Object.defineProperty(navigator, '{signal}', {{ get: () => {value} }})");

        await Page.GotoAsync(Site.Publish("/", Receiver.Snippet(attributes: "defer data-respect-dnt")));
        await Page.EvaluateAsync("history.pushState({}, '', '/cart')");
        await SendLastAsync();
        await SendLastWithoutScriptAsync();

        Assert.Null((await Receiver.NextAsync()).Url);
    }

    [BrowserFact]
    public async Task A_visitor_who_asks_for_nothing_is_counted_where_the_snippet_would_respect_it()
    {
        await Page.GotoAsync(Site.Publish("/", Receiver.Snippet(attributes: "defer data-respect-dnt")));

        Assert.Equal("PageLoad", (await Receiver.NextAsync()).Event);
    }
}
