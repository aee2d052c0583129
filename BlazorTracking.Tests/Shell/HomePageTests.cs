using System.Net;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Shell;

public sealed class HomePageTests(AppFactory app) : IClassFixture<AppFactory>
{
    [Fact]
    public async Task A_stranger_sees_the_home_page()
    {
        using var client = app.CreateClient();

        using var response = await client.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("BlazorTracking", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
