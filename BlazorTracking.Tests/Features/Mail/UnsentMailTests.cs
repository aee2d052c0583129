using BlazorTracking.Features.Mail;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;

namespace BlazorTracking.Tests.Features.Mail;

public sealed class UnsentMailTests
{
    private const string Html = "<a href=\"https://example.com/reset?a=1&amp;b=2\">here</a>";

    [Fact]
    public async Task In_development_the_link_is_in_the_log_and_can_be_opened()
    {
        var log = await SendAsync("Development");

        Assert.Contains("https://example.com/reset?a=1&b=2", log, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@example.com", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_production_the_log_says_only_that_nothing_was_sent()
    {
        var log = await SendAsync("Production");

        Assert.Contains("No mail server is configured", log, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", log, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@example.com", log, StringComparison.Ordinal);
    }

    private static async Task<string> SendAsync(string environment)
    {
        var log = new RecordedLines();
        await new UnsentMail(new HostingEnvironment { EnvironmentName = environment }, log).SendEmailAsync("ada@example.com", "Reset", Html);
        return string.Join('\n', log.Lines);
    }

    private sealed class RecordedLines : ILogger<UnsentMail>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
