using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BlazorTracking.Features.Beacons.Script;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.AspNetCore.Mvc.Testing;

namespace BlazorTracking.Tests.Features.Beacons.Script;

public sealed class TrackingScriptTests(AppFactory app) : IClassFixture<AppFactory>
{
    private const int SizeLimit = 1024;

    // As a browser does not: the answer is looked at the way it went over the wire.
    private static readonly WebApplicationFactoryClientOptions _plain = new() { HandleCookies = false };

    [Fact]
    public async Task Gzipped_as_served_it_is_smaller_than_a_kilobyte()
    {
        using var response = await GetAsync("gzip");

        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        Assert.InRange(bytes.Length, 1, SizeLimit - 1);
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("GZIP;q=0.5", "gzip")]
    [InlineData("identity", null)]
    [InlineData("", null)]
    public async Task The_encoding_is_one_that_the_browser_accepts(string accepted, string? served)
    {
        using var response = await GetAsync(accepted);

        Assert.Equal(served, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(["Accept-Encoding"], response.Headers.Vary);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Every_encoding_holds_the_same_script(string encoding)
    {
        using var plain = await GetAsync("identity");
        using var compressed = await GetAsync(encoding);

        await using var content = await compressed.Content.ReadAsStreamAsync();
        await using Stream unpacked = encoding == "br"
            ? new System.IO.Compression.BrotliStream(content, System.IO.Compression.CompressionMode.Decompress)
            : new System.IO.Compression.GZipStream(content, System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Any_site_may_load_it_and_every_cache_may_keep_it()
    {
        using var response = await GetAsync("br");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/javascript; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=3600, stale-while-revalidate=86400", string.Join(", ", response.Headers.GetValues("Cache-Control")));
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("cross-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_browser_that_has_it_is_not_sent_it_again()
    {
        using var first = await GetAsync("gzip");

        using var second = await GetAsync("gzip", first.Headers.ETag);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(["Accept-Encoding"], second.Headers.Vary);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Its_tags_are_strong_and_differ_by_encoding()
    {
        using var plain = await GetAsync("identity");
        using var gzip = await GetAsync("gzip");
        using var brotli = await GetAsync("br");

        EntityTagHeaderValue[] tags = [plain.Headers.ETag!, gzip.Headers.ETag!, brotli.Headers.ETag!];
        Assert.All(tags, tag => Assert.False(tag.IsWeak));
        Assert.Equal(3, tags.Distinct().Count());
    }

    [Fact]
    public async Task A_HEAD_request_gets_the_headers_alone()
    {
        using var client = app.CreateClient(_plain);
        using var request = new HttpRequestMessage(HttpMethod.Head, AppUrls.TrackingScript);

        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(response.Headers.ETag);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public void Comments_and_spare_spaces_are_taken_out_and_strings_are_kept()
    {
        const string source = """
            // Says hello.
            (() => {
              const greeting = 'Hello, { world } ;';
              if (greeting != '') {
                send(greeting, /[^/]*$/);
              }
            })();
            """;

        Assert.Equal("(()=>{const greeting='Hello, { world } ;';if(greeting!=''){send(greeting,/[^/]*$/)}})();", ScriptText.Compact(source));
    }

    private async Task<HttpResponseMessage> GetAsync(string accepted, EntityTagHeaderValue? tag = null)
    {
        using var client = app.CreateClient(_plain);
        using var request = new HttpRequestMessage(HttpMethod.Get, AppUrls.TrackingScript);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        if (tag is not null)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        return await client.SendAsync(request);
    }
}
