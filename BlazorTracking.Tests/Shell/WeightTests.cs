using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using BlazorTracking.Shell;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Shell;

/// <summary>What a browser has to fetch of ours, beside the framework's and MudBlazor's.</summary>
public sealed partial class WeightTests(AppFactory app) : IClassFixture<AppFactory>
{
    private const int Most = 60_000;

    /// <summary>Every style and script, whatever page needs it. A publish compresses its files; here they are compressed alike.</summary>
    [Fact]
    public async Task All_our_styles_and_scripts_together_are_less_than_60_KB_compressed()
    {
        using var browser = app.OpenBrowser();

        var contents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var url in (string[])[.. await LinkedAsync(browser), .. Modules()])
        {
            contents[await browser.GetStringAsync(url)] = url;
        }

        var sizes = contents.ToDictionary(content => content.Value, content => Compressed(content.Key), StringComparer.Ordinal);
        Assert.Contains(sizes.Keys, url => url.Contains("BlazorTracking.App", StringComparison.Ordinal));
        Assert.Contains(sizes.Keys, url => url.Contains("theme.css", StringComparison.Ordinal));
        Assert.Contains(sizes.Keys, url => url.EndsWith("TimeChart.razor.js", StringComparison.Ordinal));
        Assert.True(sizes.Values.Sum() < Most, string.Join(Environment.NewLine, sizes.OrderByDescending(size => size.Value)));
    }

    [Fact]
    public async Task What_no_publish_compresses_is_sent_compressed_to_who_takes_it_so()
    {
        using var browser = app.OpenBrowser();
        foreach (var url in (string[])[Theme.Stylesheet.Url, MudStylesheet.Served.Url, MudScript.Served.Url])
        {
            var plain = await browser.GetByteArrayAsync(url);

            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
            using var response = await browser.SendAsync(request);

            Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
            Assert.Contains("Accept-Encoding", response.Headers.Vary);
            await using var content = new BrotliStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            await content.CopyToAsync(unpacked);
            Assert.Equal(plain, unpacked.ToArray());
        }
    }

    private static long Compressed(string content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(content));
        }

        return compressed.Length;
    }

    // What a document names: one without and one with a circuit.
    private static async Task<IEnumerable<string>> LinkedAsync(HttpClient browser)
    {
        var urls = new HashSet<string>();
        foreach (var url in (string[])[AppUrls.Home, AppUrls.SignIn])
        {
            using var response = await browser.GetAsync(url);
            var page = await response.ReadPageAsync();
            urls.UnionWith(page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!));
            urls.UnionWith(page.QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src")!));
        }

        return urls.Select(url => url.StartsWith('/') ? url : $"/{url}").Where(url => !Others.IsMatch(url)).Distinct();
    }

    // What components fetch when they are shown.
    private static IEnumerable<string> Modules() => Repository.SourceFiles("BlazorTracking.App")
        .Where(file => file.EndsWith(".razor.js", StringComparison.Ordinal))
        .Select(file => file["BlazorTracking.App".Length..]);

    [GeneratedRegex("^/(_framework/|_content/|mudblazor[.])")]
    private static partial Regex Others { get; }
}
