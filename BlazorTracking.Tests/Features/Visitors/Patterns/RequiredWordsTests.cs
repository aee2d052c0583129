using System.Text.Json;
using System.Text.RegularExpressions;
using BlazorTracking.Features.Visitors.Agents;
using BlazorTracking.Features.Visitors.Patterns;
using BlazorTracking.Operation;

namespace BlazorTracking.Tests.Features.Visitors.Patterns;

public sealed partial class RequiredWordsTests
{
    [Theory]
    [InlineData("Chrome", "Chrome")]
    [InlineData(@"Chrome/(\d+)\.(\d+)", "Chrome/")]
    [InlineData("(Chrome|CriOS)/", "Chrome CriOS")]
    [InlineData("(?:Chrome|CriOS|)/", "/")]
    [InlineData("Chromes?/1", "Chrome")]
    [InlineData("abc*de", "ab")]
    [InlineData("abc+de", "abc")]
    [InlineData("abc{0,3}defg", "defg")]
    [InlineData("abc{2,3}de", "abc")]
    [InlineData("(Opera)?Mini", "Mini")]
    [InlineData("[Bb]ot", "ot")]
    [InlineData(@"[]\]x]bot", "bot")]
    [InlineData("[^]x]bot", "bot")]
    [InlineData("^news(?!sapphire)$", "news")]
    [InlineData("(?<! cu)bots", "bots")]
    [InlineData("one|other", "one other")]
    [InlineData(@"50\.nu", "50.nu")]
    [InlineData("(a(bcd|efgh)){1}", "bcd efgh")]
    public void Words_that_every_match_has_are_found(string pattern, string words)
    {
        Assert.Equal(words.Split(' '), RequiredWords.Of(pattern));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".*")]
    [InlineData("a?")]
    [InlineData("word|")]
    [InlineData(@"word|\d+")]
    [InlineData("(?i)word")]
    [InlineData("(?<name>word)")]
    [InlineData("wo)rd")]
    [InlineData(@"^\w+$")]
    public void An_expression_without_a_required_word_has_none(string pattern)
    {
        Assert.Null(RequiredWords.Of(pattern));
    }

    // Runs each expression on every text, once filtered and once not: a filter that is wrong loses a match.
    [Fact]
    public void No_expression_of_the_lists_loses_a_match()
    {
        var agents = RealBrowsers.All.Select(browser => browser.UserAgent).Concat(Crawlers().Where((_, at) => at % 20 == 0)).ToList();

        var lost = Expressions()
            .Where(expression => RequiredWords.Of(expression) is not null)
            .Select(expression => (Words: RequiredWords.Of(expression)!, Regex: new Regex(expression)))
            .SelectMany(filtered => agents
                .Where(agent => !Array.Exists(filtered.Words, word => agent.Contains(word, StringComparison.OrdinalIgnoreCase)))
                .Where(agent => filtered.Regex.IsMatch(agent)));

        Assert.Empty(lost);
    }

    [Fact]
    public void All_but_one_of_the_agent_expressions_can_be_filtered()
    {
        Assert.Single(AgentExpressions(), expression => RequiredWords.Of(expression) is null);
    }

    private static IEnumerable<string> Expressions()
    {
        using var isBot = EmbeddedFile.Open("isbot/patterns.json");
        return [.. AgentExpressions(), .. JsonSerializer.Deserialize<string[]>(isBot)!];
    }

    private static List<string> AgentExpressions()
    {
        using var yaml = new StreamReader(EmbeddedFile.Open(AgentPatterns.Resource));
        var text = yaml.ReadToEnd().Split("device_parsers:")[0];
        return [.. Expression().Matches(text).Select(match => match.Groups[1].Value)];
    }

    private static IEnumerable<string> Crawlers()
    {
        using var stream = EmbeddedFile.Open("crawler-user-agents/crawler-user-agents.json");
        using var json = JsonDocument.Parse(stream);
        return [.. json.RootElement.EnumerateArray()
            .SelectMany(bot => bot.TryGetProperty("instances", out var agents) ? agents.EnumerateArray().Select(agent => agent.GetString()!) : [])];
    }

    [GeneratedRegex("- regex: '(.*)'")]
    private static partial Regex Expression();
}
