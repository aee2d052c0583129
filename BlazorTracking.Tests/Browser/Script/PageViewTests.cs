using BlazorTracking.Features.Visits;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser.Script;

public sealed class PageViewTests(BrowserFixture browser) : TrackedPageTests(browser)
{
    [BrowserFact]
    public async Task A_page_that_loads_is_counted_with_its_own_address()
    {
        var url = Site.Publish("/prices", Receiver.Snippet(7));

        await Page.GotoAsync(url + "?utm_source=news#top");

        var beacon = await Receiver.NextAsync();
        Assert.Equal(7, beacon.Site);
        Assert.Equal(Visit.PageLoad, beacon.Event);
        Assert.Equal(url + "?utm_source=news", beacon.Url);
        Assert.Equal("", beacon.Referrer);
        Assert.Equal("de-DE", beacon["language"]);
        Assert.Equal(1440, beacon.Fields["width"]?.GetValue<int>());
        Assert.Matches("^[a-z0-9]{8,9}-[a-z0-9]{6,20}$", beacon["id"]);
    }

    [BrowserFact]
    public async Task It_is_sent_as_text_without_cookies_and_needs_no_preflight()
    {
        await Page.GotoAsync(Site.Publish("/", Receiver.Snippet()));

        var beacon = await Receiver.NextAsync();
        Assert.Equal("POST", beacon.Method);
        Assert.Equal("text/plain;charset=UTF-8", beacon.ContentType);
        Assert.Null(beacon.Cookie);
    }

    [BrowserFact]
    public async Task The_page_that_led_to_it_is_its_referrer()
    {
        await using var news = await ForeignSite.StartAsync("news.example");
        var article = Site.Publish("/article", Receiver.Snippet());
        await Page.GotoAsync(news.Publish("/", "<meta name=referrer content=unsafe-url>", $"<a href='{article}'>Read</a>"));

        await Page.GetByText("Read").ClickAsync();

        Assert.Equal(news.Origin + "/", (await Receiver.NextAsync()).Referrer);
    }

    [BrowserFact]
    public async Task A_page_of_an_application_that_navigates_in_the_browser_is_counted_after_the_one_before_it()
    {
        var home = Site.Publish("/", Receiver.Snippet());
        await Page.GotoAsync(home);
        await Receiver.NextAsync();

        await Page.EvaluateAsync("history.pushState({}, '', '/cart')");
        var cart = await Receiver.NextAsync();
        await Page.EvaluateAsync("history.replaceState({}, '', '/cart?step=2')");
        var step = await Receiver.NextAsync();
        await Page.EvaluateAsync("history.back()");
        var back = await Receiver.NextAsync();

        Assert.Equal((Site.Origin + "/cart", home), (cart.Url, cart.Referrer));
        Assert.Equal((Site.Origin + "/cart?step=2", Site.Origin + "/cart"), (step.Url, step.Referrer));
        Assert.Equal((home, Site.Origin + "/cart?step=2"), (back.Url, back.Referrer));
    }

    [BrowserFact]
    public async Task History_keeps_working_for_the_page()
    {
        await Page.GotoAsync(Site.Publish("/", Receiver.Snippet()));
        await Receiver.NextAsync();

        await Page.EvaluateAsync("history.pushState({ step: 2 }, '', '/cart')");

        Assert.Equal(2, await Page.EvaluateAsync<int>("history.state.step"));
        Assert.Equal("/cart", await Page.EvaluateAsync<string>("location.pathname"));
    }

    [BrowserFact]
    public async Task An_address_that_does_not_change_is_not_counted_again()
    {
        await Page.GotoAsync(Site.Publish("/", Receiver.Snippet()));
        await Receiver.NextAsync();

        await Page.EvaluateAsync("history.pushState({}, '', '/'); history.replaceState({ a: 1 }, '', location.href); location.hash = 'contact'");
        await SendLastAsync();

        Assert.Equal(Last, (await Receiver.NextAsync()).Event);
    }

    [BrowserFact]
    public async Task With_hash_routing_what_follows_the_hash_is_the_page()
    {
        await Page.GotoAsync(Site.Publish("/app", Receiver.Snippet(attributes: "defer data-hash")) + "#/inbox");
        var inbox = await Receiver.NextAsync();

        await Page.EvaluateAsync("location.hash = '#/sent'");

        Assert.Equal(Site.Origin + "/app#/inbox", inbox.Url);
        Assert.Equal(Site.Origin + "/app#/sent", (await Receiver.NextAsync()).Url);
    }

    [BrowserFact]
    public async Task Two_snippets_of_one_site_count_a_page_once()
    {
        await Page.GotoAsync(Site.Publish("/", Receiver.Snippet(), Receiver.Snippet(attributes: "async")));
        await Page.EvaluateAsync("history.pushState({}, '', '/cart')");
        await SendLastAsync();

        Assert.Equal(Site.Origin + "/", (await Receiver.NextAsync()).Url);
        Assert.Equal(Site.Origin + "/cart", (await Receiver.NextAsync()).Url);
        Assert.Equal(Last, (await Receiver.NextAsync()).Event);
    }

    [BrowserFact]
    public async Task Snippets_of_two_sites_count_a_page_for_each()
    {
        await Page.GotoAsync(Site.Publish("/", Receiver.Snippet(1) + Receiver.Snippet(2)));

        var beacons = new[] { await Receiver.NextAsync(), await Receiver.NextAsync() };
        Assert.Equal([1, 2], beacons.Select(beacon => beacon.Site).Order());
    }

    [BrowserTheory]
    [InlineData("")]
    [InlineData("async")]
    [InlineData("type=module")]
    public async Task It_works_however_the_page_loads_it(string attributes)
    {
        await Page.GotoAsync(Site.Publish("/", Receiver.Snippet(3, attributes)));

        Assert.Equal(3, (await Receiver.NextAsync()).Site);
    }

    [BrowserFact]
    public async Task It_works_when_another_script_adds_it_later()
    {
        await Page.GotoAsync(Site.Publish("/", ""));

        await Page.EvaluateAsync(
            "src => { const script = document.createElement('script'); script.dataset.site = 4; script.src = src; document.head.append(script); }",
            Receiver.Origin + "/track.js?v=1/2");

        Assert.Equal(4, (await Receiver.NextAsync()).Site);
    }

    [BrowserFact]
    public async Task A_page_in_a_background_tab_is_counted_when_it_is_shown()
    {
        await Page.AddInitScriptAsync(
            "let hidden = true; Object.defineProperty(document, 'hidden', { get: () => hidden });" +
            "window.show = () => { hidden = false; document.dispatchEvent(new Event('visibilitychange', { bubbles: true })); };");
        await Page.GotoAsync(Site.Publish("/", Receiver.Snippet()));

        await SendLastAsync();
        var first = await Receiver.NextAsync();
        await Page.EvaluateAsync("show(); show()");
        var second = await Receiver.NextAsync();
        await SendLastAsync();

        Assert.Equal(Last, first.Event);
        Assert.Equal(Visit.PageLoad, second.Event);
        Assert.Equal(Last, (await Receiver.NextAsync()).Event);
    }

    [BrowserFact]
    public async Task A_page_that_comes_back_from_the_browsers_cache_is_counted_again()
    {
        var first = Site.Publish("/first", Receiver.Snippet());
        await Page.GotoAsync(first);
        await Receiver.NextAsync();
        await Page.EvaluateAsync("window.isTheSamePage = true");
        await Page.GotoAsync(Site.Publish("/second", Receiver.Snippet()));
        await Receiver.NextAsync();

        await Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });

        Assert.Equal(first, (await Receiver.NextAsync()).Url);
        Assert.True(await Page.EvaluateAsync<bool>("window.isTheSamePage"));
    }

    [BrowserFact]
    public async Task A_very_long_address_is_cut_to_what_the_server_takes()
    {
        await Page.GotoAsync(Site.Publish("/", Receiver.Snippet()) + "?q=" + new string('a', 5000));

        Assert.Equal(2000, (await Receiver.NextAsync()).Url?.Length);
    }
}
