using BlazorTracking.Features.Commands.Import.WebLog;

namespace BlazorTracking.Tests.Features.Commands.Import.WebLog;

public sealed class StaticFilesTests
{
    [Theory]
    [InlineData("/app.css")]
    [InlineData("/images/logo.PNG")]
    [InlineData("/robots.txt")]
    [InlineData("/favicon.ico")]
    [InlineData("/a.b/c.js")]
    public void What_pages_are_made_of_is_a_file(string path) => Assert.True(StaticFiles.Contains(path));

    [Theory]
    [InlineData("/")]
    [InlineData("/about")]
    [InlineData("/index.html")]
    [InlineData("/page.php")]
    [InlineData("/style.css/about")]
    [InlineData("/v1.2")]
    public void A_page_is_none(string path) => Assert.False(StaticFiles.Contains(path));
}
