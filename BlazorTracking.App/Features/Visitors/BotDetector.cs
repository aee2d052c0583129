using BlazorTracking.Features.Visitors.Bots;

namespace BlazorTracking.Features.Visitors;

/// <summary>
/// Tells crawlers, libraries and headless browsers by their user agent, as two public lists know them. An empty user
/// agent is no bot: a program that reports visits on its users' behalf may send none, and it claims to be nothing.
/// </summary>
public sealed class BotDetector
{
    /// <summary>So many distinct agents are remembered.</summary>
    public const int Capacity = 10_000;

    // The patterns are constant: one copy serves every host in the process.
    private static readonly Lazy<BotPatterns[]> _patterns = new(() => [BotPatterns.LoadIsBot(), BotPatterns.LoadCrawlers()]);

    private readonly BoundedCache<string, bool> _answers =
        new(Capacity, userAgent => Array.Exists(_patterns.Value, patterns => patterns.IsMatch(userAgent)));

    public bool IsBot(string userAgent) =>
        !string.IsNullOrWhiteSpace(userAgent) && _answers[BoundedText.Cut(userAgent, AgentReader.MaxLength)];
}
