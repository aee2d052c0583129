using AngleSharp.Html.Parser;
using BlazorTracking.Features.Sites;

namespace BlazorTracking.Tests.Features.Sites;

public sealed class TrackingSnippetTests
{
    [Fact]
    public void R15_it_loads_the_script_from_this_server_for_this_site()
    {
        var script = Parse("https://stats.example.com/").QuerySelector("script")!;

        Assert.Equal("https://stats.example.com/track.js", script.GetAttribute("src"));
        Assert.Equal("7", script.GetAttribute("data-site"));
        Assert.True(script.HasAttribute("defer"));
        Assert.False(script.HasAttribute("data-local"));
    }

    [Fact]
    public void R15_without_scripts_an_image_records_a_page_view()
    {
        var image = Parse("https://stats.example.com/").QuerySelector("noscript img")!;

        Assert.Equal("https://stats.example.com/sites/7/visit?event=PageLoad", image.GetAttribute("src"));
        Assert.Equal("", image.GetAttribute("alt"));
        Assert.Equal("no-referrer-when-downgrade", image.GetAttribute("referrerpolicy"));
    }

    [Theory]
    [InlineData("http://localhost:5080/")]
    [InlineData("http://127.0.0.1:5080/")]
    [InlineData("http://[::1]:5080/")]
    public void Copied_from_one_s_own_machine_it_counts_there_too(string server) =>
        Assert.True(Parse(server).QuerySelector("script")!.HasAttribute("data-local"));

    [Fact]
    public void A_server_name_cannot_leave_its_attribute()
    {
        var page = Parse("https://stats.example.com/\"><script>alert(1)</script>/");

        Assert.Equal(1, page.QuerySelectorAll("script").Length);
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(string server) =>
        new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument($"<body>{new TrackingSnippet(7, new Uri(server))}");
}
