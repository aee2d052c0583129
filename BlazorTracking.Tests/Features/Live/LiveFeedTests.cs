using System.Globalization;
using BlazorTracking.Features.Live;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Live;

public sealed class LiveFeedTests
{
    [Fact]
    public void Who_watches_is_told_in_the_language_of_the_page_and_not_of_the_writer()
    {
        var feed = new LiveFeed();
        var heard = new List<string>();
        TestCulture.Use("de-AT");
        using var watching = feed.Subscribe(1, _ => heard.Add(CultureInfo.CurrentCulture.Name));
        TestCulture.Use("en");

        feed.Publish(new VisitBuilder(1, TimeZoneInfo.Utc).PageView("Ada", DateTimeOffset.UnixEpoch).Visits);

        Assert.Equal(["de-AT"], heard);
        Assert.Equal("en", CultureInfo.CurrentCulture.Name);
    }
}
