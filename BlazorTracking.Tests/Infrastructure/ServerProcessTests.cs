using System.Net;

namespace BlazorTracking.Tests.Infrastructure;

public sealed class ServerProcessTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();

    [Fact]
    public async Task The_program_serves_its_home_page_and_its_styles()
    {
        await using var server = await ServerProcess.StartAsync(_data.FullName);
        using var client = server.CreateClient();

        Assert.Equal(HttpStatusCode.OK, await StatusOf("/"));
        Assert.Equal(HttpStatusCode.OK, await StatusOf("/app.css"));
        Assert.Equal(HttpStatusCode.OK, await StatusOf("/_framework/blazor.web.js"));

        async Task<HttpStatusCode> StatusOf(string path)
        {
            using var response = await client.GetAsync(path);
            return response.StatusCode;
        }
    }

    public void Dispose() => _data.Dispose();
}
