using System.Net;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Languages;

/// <summary>In which language a request is answered.</summary>
public sealed class LanguagesFeatureTests(AppFactory app) : IClassFixture<AppFactory>
{
    private const string English = "Sign in";
    private const string German = "Anmelden";

    [Theory]
    [InlineData(null, "en", English)]
    [InlineData("de", "de", German)]
    [InlineData("de-AT,de;q=0.9,en;q=0.8", "de", German)]
    [InlineData("en-GB,de;q=0.5", "en", English)]
    [InlineData("fr-FR,de;q=0.8,en;q=0.7", "de", German)]
    [InlineData("fr", "en", English)]
    [InlineData("*", "en", English)]
    [InlineData("not a language;;;", "en", English)]
    public async Task A_page_is_in_the_first_of_the_browsers_languages_that_there_is(string? accepted, string code, string signIn)
    {
        var page = await (await GetAsync(AppUrls.Home, accepted)).ReadPageAsync();

        Assert.Equal(code, page.DocumentElement.GetAttribute("lang"));
        Assert.Contains(signIn, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c=de|uic=de", "en", "de")]
    [InlineData("c=en|uic=en", "de", "en")]
    [InlineData("c=xx|uic=xx", "de", "de")]
    [InlineData("nonsense", "de", "de")]
    public async Task What_the_reader_chose_comes_before_the_browsers_languages(string cookie, string accepted, string code)
    {
        var page = await (await GetAsync(AppUrls.Home, accepted, $"language={Uri.EscapeDataString(cookie)}")).ReadPageAsync();

        Assert.Equal(code, page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_URL_chooses_no_language()
    {
        var page = await (await GetAsync("/?culture=de&ui-culture=de", "en")).ReadPageAsync();

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task An_answer_says_in_which_language_it_is()
    {
        using var response = await GetAsync(AppUrls.Home, "de-CH");

        Assert.Equal(["de"], response.Content.Headers.ContentLanguage);
    }

    [Fact]
    public async Task An_error_page_is_in_the_readers_language()
    {
        using var response = await GetAsync("/there-is-no-such-page", "de");
        var page = await response.ReadPageAsync();

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Hier ist nichts", page.QuerySelector("h1")!.TextContent);
    }

    private async Task<HttpResponseMessage> GetAsync(string url, string? accepted, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Accept", "text/html");
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        }

        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await app.CreateClient().SendAsync(request);
    }
}
