using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using BlazorTracking.Shell;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Shell;

public sealed partial class ThemeTests(AppFactory app) : IClassFixture<AppFactory>
{
    [Fact]
    public async Task Under_its_current_URL_browsers_may_keep_it_for_a_year()
    {
        using var browser = app.OpenBrowser();

        using var response = await browser.GetAsync(Theme.Stylesheet.Url);

        Assert.Equal("text/css", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromDays(365), response.Headers.CacheControl?.MaxAge);
    }

    [Theory]
    [InlineData("/theme.css")]
    [InlineData("/theme.css?v=older")]
    public async Task Under_any_other_it_is_asked_for_again(string url)
    {
        using var browser = app.OpenBrowser();

        using var first = await browser.GetAsync(url);
        var again = new HttpRequestMessage(HttpMethod.Get, url);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await browser.SendAsync(again);

        Assert.True(first.Headers.CacheControl?.NoCache);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/", "dark", "dark")]
    [InlineData("/", "light", "light")]
    [InlineData("/", "\"><script>", null)]
    [InlineData("/nothing-here", "dark", "dark")]
    [InlineData("/Identity/Account/Login", "dark", "dark")]
    public async Task The_reader_s_choice_is_on_the_document_from_the_start(string url, string cookie, string? theme)
    {
        using var browser = app.OpenBrowser();
        browser.DefaultRequestHeaders.Add("Cookie", $"theme={Uri.EscapeDataString(cookie)}");

        var page = await (await browser.GetAsync(url)).ReadPageAsync();

        Assert.Equal(theme, page.DocumentElement.GetAttribute("data-theme"));
    }

    [Theory]
    [InlineData("text", "page")]
    [InlineData("text", "card")]
    [InlineData("text", "bar")]
    [InlineData("text", "hover")]
    [InlineData("text-secondary", "page")]
    [InlineData("text-secondary", "card")]
    [InlineData("text-secondary", "hover")]
    [InlineData("text-caption", "page")]
    [InlineData("text-caption", "card")]
    [InlineData("accent", "page")]
    [InlineData("accent", "card")]
    [InlineData("on-accent", "accent")]
    [InlineData("good", "page")]
    [InlineData("good", "card")]
    [InlineData("bad", "page")]
    [InlineData("bad", "card")]
    [InlineData("warning", "card")]
    [InlineData("on-tooltip", "tooltip")]
    public void Words_have_the_contrast_that_WCAG_asks_for_in_both_modes(string text, string background)
    {
        Assert.All(Modes(), mode => Assert.InRange(Contrast(mode[text], mode[background]), 4.5, 21));
    }

    [Fact]
    public void The_edge_of_a_field_has_the_contrast_that_WCAG_asks_for_in_both_modes() =>
        Assert.All(Modes(), mode => Assert.InRange(Contrast(mode["field-line"], mode["card"]), 3, 21));

    [Fact]
    public void MudBlazor_s_variables_follow_the_mode()
    {
        var accents = MudPrimary().Matches(Theme.Css).Select(match => match.Groups[1].Value);

        Assert.Equal(["rgba(81,43,212,1)", "rgba(158,140,252,1)", "rgba(158,140,252,1)"], accents);
    }

    private static IEnumerable<Dictionary<string, string>> Modes() =>
        Theme.Css.Split("{\n  color-scheme:").Skip(1).Select(block => Token().Matches(block).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value));

    // WCAG 2.2, "contrast ratio".
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0);
        var linear = parts.Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }

    [GeneratedRegex(@"--([a-z0-9-]+): (#[0-9A-F]{6});")]
    private static partial Regex Token();

    [GeneratedRegex(@"--mud-palette-primary: ([^;]+);")]
    private static partial Regex MudPrimary();
}
