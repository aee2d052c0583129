namespace BlazorTracking.Tests.Browser.Script;

public sealed class CustomEventTests(BrowserFixture browser) : TrackedPageTests(browser)
{
    private const string Stub = "<script>window.blazorTracking = window.blazorTracking || function () { (blazorTracking.q = blazorTracking.q || []).push(arguments) }</script>";

    [BrowserFact]
    public async Task An_event_carries_its_name_its_properties_and_the_page_it_happened_on()
    {
        var url = Site.Publish("/", Receiver.Snippet());
        await Page.GotoAsync(url);
        await Receiver.NextAsync();

        await Page.EvaluateAsync("blazorTracking('Signup', { plan: 'pro', seats: 3 })");

        var beacon = await Receiver.NextAsync();
        Assert.Equal("Signup", beacon.Event);
        Assert.Equal(url, beacon.Url);
        Assert.Equal("""{"plan":"pro","seats":3}""", beacon.Fields["properties"]?.ToJsonString());
    }

    [BrowserFact]
    public async Task Events_from_before_the_script_has_loaded_are_sent_when_it_has()
    {
        await Page.GotoAsync(Site.Publish("/", Stub + "<script>blazorTracking('Early', { plan: 'pro' })</script>" + Receiver.Snippet()));

        var beacons = new[] { await Receiver.NextAsync(), await Receiver.NextAsync() };

        var early = Assert.Single(beacons, beacon => beacon.Event == "Early");
        Assert.Equal("pro", early.Fields["properties"]?["plan"]?.GetValue<string>());
        Assert.Single(beacons, beacon => beacon.Event == "PageLoad");
    }

    [BrowserFact]
    public async Task An_event_goes_to_every_site_of_the_page_once()
    {
        await Page.GotoAsync(Site.Publish("/", Stub + "<script>blazorTracking('Early')</script>" + Receiver.Snippet(1) + Receiver.Snippet(2) + Receiver.Snippet(1)));
        await Page.EvaluateAsync("blazorTracking('Late')");

        var events = new List<(int, string?)>();
        while (events.Count < 6)
        {
            var beacon = await Receiver.NextAsync();
            events.Add((beacon.Site, beacon.Event));
        }

        Assert.Equal([(1, "Early"), (1, "Late"), (1, "PageLoad"), (2, "Early"), (2, "Late"), (2, "PageLoad")], events.Order());
    }

    [BrowserFact]
    public async Task Every_visit_has_an_id_of_its_own()
    {
        await Page.GotoAsync(Site.Publish("/", Receiver.Snippet()));
        await Page.EvaluateAsync("for (let i = 0; i < 9; i++) blazorTracking('Click')");

        var ids = new HashSet<string?>();
        for (var visits = 0; visits < 10; visits++)
        {
            ids.Add((await Receiver.NextAsync())["id"]);
        }

        Assert.Equal(10, ids.Count);
    }
}
