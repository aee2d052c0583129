using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Tests.Features.Stats;

public sealed class VisitConditionTests
{
    [Theory]
    [InlineData("/blog/*", "/blog/", true)]
    [InlineData("/blog/*", "/blog/a/b", true)]
    [InlineData("/blog/*", "/blog", false)]
    [InlineData("/Blog/*", "/blog/a", false)]
    [InlineData("*/thanks", "/shop/thanks", true)]
    [InlineData("*/thanks", "/thanks/again", false)]
    [InlineData("/a*a", "/a", false)] // what begins and ends so needs both
    [InlineData("/a*a", "/aa", true)]
    [InlineData("/*/b/*", "/a/b/c", true)]
    [InlineData("/*/b/*/b", "/a/b/b", false)]
    [InlineData("*", "/", true)]
    [InlineData("/a.c", "/abc", false)]
    public void An_asterisk_stands_for_any_characters(string pattern, string path, bool accepts) =>
        Assert.Equal(accepts, new VisitCondition(ConditionKind.Page, pattern).Accepts(new Visit { Path = path }));

    [Fact]
    public void A_page_is_viewed_and_an_event_is_sent()
    {
        var (view, signup) = (new Visit { Path = "/a" }, new Visit { Path = "/a", Event = "Signup" });

        Assert.True(new VisitCondition(ConditionKind.Page, "/a").Accepts(view));
        Assert.False(new VisitCondition(ConditionKind.Page, "/a").Accepts(signup));
        Assert.True(new VisitCondition(ConditionKind.Event, "Signup").Accepts(signup));
        Assert.False(new VisitCondition(ConditionKind.Event, "signup").Accepts(signup));
        Assert.False(new VisitCondition(ConditionKind.Event, Visit.PageLoad).Accepts(view));
    }

    [Fact]
    public void It_filters_by_what_it_asks_for()
    {
        Assert.Equal(VisitFilter.Is(Dimension.Event, "Signup"), new VisitCondition(ConditionKind.Event, "Signup").Filter());
        Assert.Equal(VisitFilter.Is(Dimension.Page, "/a"), new VisitCondition(ConditionKind.Page, "/a").Filter());
        Assert.Equal(new VisitFilter(Dimension.Page, FilterOperator.Matches, ["/a/*"]), new VisitCondition(ConditionKind.Page, "/a/*").Filter());
    }
}
