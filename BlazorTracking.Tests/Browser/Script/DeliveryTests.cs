using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser.Script;

public sealed class DeliveryTests(BrowserFixture browser) : TrackedPageTests(browser)
{
    // Timers run out at once and are remembered.
    private const string HurriedTimers =
        "window.delays = []; const wait = window.setTimeout; window.setTimeout = (call, delay, ...args) => { window.delays.push(delay); return wait(call, 0, ...args); };";

    [BrowserFact]
    public async Task A_visit_that_could_not_be_stored_is_sent_again_as_the_same_visit()
    {
        await Page.AddInitScriptAsync(HurriedTimers);
        Receiver.Answer(503, 503);

        await Page.GotoAsync(Site.Publish("/", Receiver.Snippet()));

        var first = await Receiver.NextAsync();
        var second = await Receiver.NextAsync();
        var third = await Receiver.NextAsync();
        await SendLastAsync();
        Assert.True(JsonNode.DeepEquals(first.Fields, second.Fields));
        Assert.True(JsonNode.DeepEquals(first.Fields, third.Fields));
        Assert.Equal(Last, (await Receiver.NextAsync()).Event);
    }

    [BrowserFact]
    public async Task It_waits_longer_each_time_and_gives_up_in_the_end()
    {
        await Page.AddInitScriptAsync(HurriedTimers);
        Receiver.Answer(503, 503, 503, 503, 503);

        await Page.GotoAsync(Site.Publish("/", Receiver.Snippet()));
        for (var tries = 0; tries < 5; tries++)
        {
            await Receiver.NextAsync();
        }

        await SendLastAsync();
        Assert.Equal(Last, (await Receiver.NextAsync()).Event);
        Assert.Collection(
            await Page.EvaluateAsync<double[]>("delays"),
            delay => Assert.InRange(delay, 1_000, 2_000),
            delay => Assert.InRange(delay, 4_000, 8_000),
            delay => Assert.InRange(delay, 16_000, 32_000),
            delay => Assert.InRange(delay, 64_000, 128_000));
    }

    [BrowserFact]
    public async Task A_visit_that_did_not_reach_the_server_is_sent_again()
    {
        await Page.AddInitScriptAsync(HurriedTimers);
        await Page.RouteAsync("**/visit", route => route.AbortAsync(), new() { Times = 1 });

        await Page.GotoAsync(Site.Publish("/", Receiver.Snippet()));

        Assert.Equal("PageLoad", (await Receiver.NextAsync()).Event);
    }

    [BrowserTheory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(429)]
    public async Task A_visit_that_was_refused_is_not_sent_again(int statusCode)
    {
        await Page.AddInitScriptAsync(HurriedTimers);
        Receiver.Answer(statusCode);
        await Page.RunAndWaitForResponseAsync(() => Page.GotoAsync(Site.Publish("/", Receiver.Snippet())), "**/visit");
        await Receiver.NextAsync();

        await SendLastAsync();

        Assert.Equal(Last, (await Receiver.NextAsync()).Event);
        Assert.Empty(await Page.EvaluateAsync<double[]>("delays"));
    }

    [BrowserFact]
    public async Task Without_fetch_it_is_sent_as_a_beacon()
    {
        await Page.AddInitScriptAsync("window.fetch = undefined");

        await Page.GotoAsync(Site.Publish("/", Receiver.Snippet()));

        var beacon = await Receiver.NextAsync();
        Assert.Equal("POST", beacon.Method);
        Assert.Equal("text/plain;charset=UTF-8", beacon.ContentType);
        Assert.Equal("PageLoad", beacon.Event);
    }

    [BrowserFact]
    public async Task Without_fetch_and_beacon_it_is_sent_as_an_image()
    {
        await Page.AddInitScriptAsync("window.fetch = navigator.sendBeacon = undefined");
        var url = Site.Publish("/", Receiver.Snippet()) + "?a=1&b=%C3%A4";
        await Page.GotoAsync(url);
        await Receiver.NextAsync();

        await Page.EvaluateAsync("blazorTracking('Signup', { plan: 'pro & more' })");

        var beacon = await Receiver.NextAsync();
        Assert.Equal("GET", beacon.Method);
        Assert.Equal("Signup", beacon.Event);
        Assert.Equal(url, beacon.Url);
        Assert.Equal("1440", beacon["width"]);
        Assert.Equal("""{"plan":"pro & more"}""", beacon["properties"]);
        Assert.NotEmpty(beacon["id"]!);
    }

    [BrowserFact]
    public async Task A_visit_is_sent_even_when_its_page_is_left_at_once()
    {
        var next = Site.Publish("/next", "");
        await Page.GotoAsync(Site.Publish("/", Receiver.Snippet(), "<a href='/next' onclick=\"blazorTracking('Left')\">Leave</a>"));
        await Receiver.NextAsync();

        await Page.GetByText("Leave").ClickAsync();

        Assert.Equal("Left", (await Receiver.NextAsync()).Event);
        await Assertions.Expect(Page).ToHaveURLAsync(next);
    }

    [BrowserFact]
    public async Task A_content_policy_that_allows_the_server_is_enough()
    {
        var policy = $"<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; script-src {Receiver.Origin}; connect-src {Receiver.Origin}\">";

        await Page.GotoAsync(Site.Publish("/", policy + Receiver.Snippet()));

        Assert.Equal("PageLoad", (await Receiver.NextAsync()).Event);
    }
}
