using BlazorTracking.Features.Dashboard.Log;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using Bunit;

namespace BlazorTracking.Tests.Features.Dashboard.Log;

public sealed class LogTableTests : BunitContext
{
    public LogTableTests() => System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;

    [Fact]
    public void R13_every_column_of_a_visit_is_shown()
    {
        var visit = SampleVisit.Of(1) with { City = "Berlin", PostalCode = "10115", Address = "192.0.2.0", Source = "Google", ReferrerHost = "google.com", ReferrerPath = "/search" };

        var cells = Cells(visit);

        Assert.Equal("2 Mar 2026, 10:00:00", cells["Time"]);
        Assert.Equal("Page view", cells["Event"]);
        Assert.Equal("example.org/", cells["URL"]);
        Assert.Equal("google.com/search", cells["Referrer"]);
        Assert.Equal("Germany", cells["Country"]);
        Assert.Equal("Berlin, 10115", cells["Location"]);
        Assert.Equal("52.52", cells["Latitude"]);
        Assert.Equal("13.405", cells["Longitude"]);
        Assert.Equal("Firefox 140", cells["Browser"]);
        Assert.Equal("192.0.2.0", cells["IP address"]);
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("Berlin", "", "Berlin")]
    [InlineData("", "10115", "10115")]
    public void R12_a_location_is_as_much_as_is_known(string city, string postalCode, string expected) =>
        Assert.Equal(expected, Cells(SampleVisit.Of(1) with { City = city, PostalCode = postalCode })["Location"]);

    [Fact]
    public void Times_are_those_of_the_site_s_zone()
    {
        var table = Show([SampleVisit.Of(1)], TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata"));

        Assert.Equal("2 Mar 2026, 15:30:00", table.Find("tbody td").TextContent);
    }

    [Fact]
    public void A_heading_sorts_by_its_column_and_says_how()
    {
        var table = Show([], TimeZoneInfo.Utc, LogView.Default.Sort(LogColumn.Country));

        var sorted = table.Find("th[aria-sort]");
        Assert.Equal(("ascending", "/sites/1/visits?sort=country"), (sorted.GetAttribute("aria-sort"), sorted.QuerySelector("a")!.GetAttribute("href")));
    }

    [Theory]
    [MemberData(nameof(NaughtyText.All), MemberType = typeof(NaughtyText))]
    public void Naughty_texts_stay_text_in_every_column(string text)
    {
        var table = Show([SampleVisit.Of(1) with
        {
            Event = text, Hostname = text, Path = "", Source = text, Channel = text, ReferrerHost = text, City = text, Browser = text,
            BrowserVersion = "", OperatingSystem = text, Device = text, Screen = text, Language = text, Address = text, Properties = text, Country = text,
        }], TimeZoneInfo.Utc);

        Assert.Equal(14, table.FindAll("tbody td").Count(cell => cell.TextContent == text));
        Assert.Empty(table.FindAll("img, script, svg, [onload], [onerror], tbody a"));
    }

    private Dictionary<string, string> Cells(Visit visit)
    {
        var table = Show([visit], TimeZoneInfo.Utc);
        return table.FindAll("th").Zip(table.FindAll("tbody td")).ToDictionary(
            pair => pair.First.TextContent.Trim(' ', '↓', '\n', '\r'), pair => pair.Second.TextContent, StringComparer.Ordinal);
    }

    private IRenderedComponent<LogTable> Show(IReadOnlyList<Visit> visits, TimeZoneInfo zone, LogView? view = null) => Render<LogTable>(parameters => parameters
        .Add(t => t.View, view ?? LogView.Default)
        .Add(t => t.LogUrl, AppUrls.SiteLog(1))
        .Add(t => t.Visits, visits)
        .Add(t => t.Zone, zone));
}
