using System.Text.Json;
using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Tests.Features.Visitors;

public sealed class BotDetectorTests
{
    private readonly BotDetector _bots = new();

    [Fact]
    public void Every_example_of_the_crawler_list_is_a_bot()
    {
        Assert.DoesNotContain(Crawlers(), agent => !_bots.IsBot(agent));
    }

    [Fact]
    public void The_crawler_list_has_its_examples()
    {
        Assert.InRange(Crawlers().Count, 2000, 20_000);
    }

    [Fact]
    public void No_real_browser_is_a_bot()
    {
        Assert.DoesNotContain(RealBrowsers.All, browser => _bots.IsBot(browser.UserAgent));
    }

    [Theory]
    [InlineData("curl/8.14.1")]
    [InlineData("Wget/1.25.0")]
    [InlineData("python-requests/2.32.3")]
    [InlineData("Go-http-client/2.0")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)")]
    [InlineData("ClaudeBot/1.0; +claudebot@anthropic.com")]
    [InlineData("mozilla/5.0 (compatible; SOMETHINGCRAWLER/2)")]
    public void A_program_that_names_itself_is_a_bot(string userAgent)
    {
        Assert.True(_bots.IsBot(userAgent));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void No_user_agent_is_no_bot(string userAgent)
    {
        Assert.False(_bots.IsBot(userAgent));
    }

    [Fact]
    public void Only_the_first_1000_characters_are_read()
    {
        var browser = RealBrowsers.All[0].UserAgent.PadRight(AgentReader.MaxLength);

        Assert.False(_bots.IsBot(browser + "Googlebot/2.1"));
    }

    private static List<string> Crawlers()
    {
        using var stream = typeof(BotDetector).Assembly.GetManifestResourceStream("crawler-user-agents/crawler-user-agents.json")!;
        using var json = JsonDocument.Parse(stream);
        return [.. json.RootElement.EnumerateArray()
            .SelectMany(bot => bot.TryGetProperty("instances", out var instances) ? instances.EnumerateArray().Select(agent => agent.GetString()!) : [])];
    }
}
