using BlazorTracking.Tests.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BlazorTracking.Tests.Operation;

public sealed class RequestLogTests(RequestLogTests.LoggedApp app) : IClassFixture<RequestLogTests.LoggedApp>
{
    [Fact]
    public async Task A_page_is_one_line_with_method_url_status_and_time()
    {
        var line = await LineOfAsync("/?range=7d");

        Assert.Equal(LogLevel.Information, line.Level);
        Assert.Equal("GET", line.Values["Method"]);
        Assert.Equal("/?range=7d", line.Values["Url"]);
        Assert.Equal(200, line.Values["Status"]);
        Assert.Equal("-", line.Values["User"]);
        Assert.IsType<long>(line.Values["Milliseconds"]);
    }

    [Theory]
    [InlineData("/Identity/Account/ConfirmEmail?userId=1&code=SECRET")]
    [InlineData("/Identity/Account/ResetPassword?code=SECRET")]
    [InlineData("/_blazor?id=SECRET")]
    [InlineData("/sites/1/visit?url=https%3A%2F%2Fexample.org%2FSECRET")]
    [InlineData("/no-such-page?SECRET")]
    public async Task A_query_that_is_not_a_pages_own_is_not_logged(string url)
    {
        var line = await LineOfAsync(url);

        Assert.Equal(url.Split('?')[0], line.Values["Url"]);
        Assert.DoesNotContain(app.Log.Lines, other => other.Level >= LogLevel.Information && other.Text.Contains("SECRET", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/sites/1/visit?url=https://example.org/")]
    [InlineData("/app.css")]
    [InlineData("/health/live")]
    [InlineData("/track.js")]
    [InlineData("/theme.css")]
    public async Task What_comes_often_is_logged_for_debugging_only(string url) =>
        Assert.Equal(LogLevel.Debug, (await LineOfAsync(url)).Level);

    [Fact]
    public async Task A_line_break_in_a_url_makes_no_second_line() =>
        Assert.Equal("/a%0Ainfo:%20forged", (await LineOfAsync("/a%0Ainfo:%20forged")).Values["Url"]);

    [Fact]
    public async Task A_long_url_is_cut() =>
        Assert.Equal(500, ((string)(await LineOfAsync("/" + new string('a', 3000))).Values["Url"]!).Length);

    private async Task<RecordedLine> LineOfAsync(string url)
    {
        using var client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var response = await client.GetAsync(url);
        return app.Log.Lines.Last(line => line.Category == "BlazorTracking.Operation.RequestLog");
    }

    public sealed class LoggedApp : AppFactory
    {
        public RecordedLog Log { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddLogging(logging =>
                logging.AddProvider(Log).AddFilter<RecordedLog>("BlazorTracking", LogLevel.Trace)));
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            Log.Dispose();
        }
    }
}
