using BlazorTracking.Features.Dashboard.RightNow;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Dashboard.RightNow;

public sealed class RightNowCardTests : BunitContext
{
    private static readonly OnlineStats _online = new(3, [.. Enumerable.Range(0, 30)]);

    public RightNowCardTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(TimeProvider.System);
    }

    [Fact]
    public void It_counts_who_is_here_and_draws_the_last_half_hour()
    {
        var card = Show(_online);

        Assert.Equal("3 visitors in the last 5 minutes", card.Find(".now-count").TextContent.Trim());
        var bars = card.FindAll(".minutes i");
        Assert.Equal(30, bars.Count);
        Assert.Equal("height:5%", bars[0].GetAttribute("style"));
        Assert.Equal("height:100%", bars[29].GetAttribute("style"));
    }

    [Fact]
    public void While_it_is_read_it_says_nothing_of_zero()
    {
        var card = Show(null);

        Assert.StartsWith("–", card.Find(".now-count").TextContent, StringComparison.Ordinal);
        Assert.Empty(card.FindAll(".now-empty"));
        Assert.Equal(7, card.FindAll(".now-skeleton span").Count);
    }

    [Fact]
    public void Without_visits_it_says_what_will_happen() =>
        Assert.Contains("The next one appears here", Show(new OnlineStats(0, new int[30])).Find(".now-empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void A_page_view_shows_its_page_and_an_event_its_name()
    {
        var visits = Show(_online, SampleVisit.Of(1) with { Path = "/pricing" }, SampleVisit.Of(1) with { Event = "Signup", Source = "Google" }).FindAll("li");

        Assert.Equal("/pricing", visits[0].QuerySelector(".feed-page")!.TextContent);
        Assert.Equal("Direct · Firefox · Desktop", visits[0].QuerySelector(".feed-from")!.TextContent);
        Assert.Equal("Signup", visits[1].QuerySelector(".feed-event")!.TextContent);
        Assert.Equal("Google · Firefox · Desktop", visits[1].QuerySelector(".feed-from")!.TextContent);
    }

    [Fact]
    public void Pause_tells_whether_it_is_pressed()
    {
        var presses = 0;
        var card = Render<RightNowCard>(parameters => parameters
            .Add(c => c.Online, _online)
            .Add(c => c.Visits, [])
            .Add(c => c.LogUrl, "/sites/1/visits")
            .Add(c => c.IsPaused, true)
            .Add(c => c.OnPause, () => presses++));

        var button = card.Find("header button");
        button.Click();

        Assert.Equal(("Resume", "true", 1), (button.TextContent, button.GetAttribute("aria-pressed"), presses));
    }

    [Theory]
    [MemberData(nameof(NaughtyText.All), MemberType = typeof(NaughtyText))]
    public void Naughty_texts_stay_text(string text)
    {
        var card = Show(
            _online,
            SampleVisit.Of(1) with { Path = text, Source = text, Browser = text, Country = text },
            SampleVisit.Of(1) with { Event = text });

        Assert.Equal(text, card.Find(".feed-page").TextContent);
        Assert.Equal($"{text} · {text} · Desktop", card.Find(".feed-from").TextContent);
        Assert.Equal(text, card.Find(".feed-event").TextContent);
        Assert.Empty(card.FindAll("img[src=x], script, svg, [onload], [onerror]"));
    }

    private IRenderedComponent<RightNowCard> Show(OnlineStats? online, params Visit[] visits) => Render<RightNowCard>(parameters => parameters
        .Add(c => c.Online, online)
        .Add(c => c.Visits, visits)
        .Add(c => c.LogUrl, "/sites/1/visits"));
}
