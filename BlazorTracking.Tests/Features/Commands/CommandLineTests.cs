using BlazorTracking.Features.Commands;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Theory]
    [InlineData("visits", "export")]
    [InlineData("nonsense")]
    [InlineData("--help")]
    [InlineData("--version")]
    public void A_word_or_a_question_is_a_command(params string[] args) => Assert.True(CommandLine.Handles(args));

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("--demo")]
    [InlineData("--urls", "http://127.0.0.1:0")]
    [InlineData("--Data:Directory=/tmp/data", "visits")]
    [InlineData("urls=http://127.0.0.1:0")]
    public void Nothing_and_settings_are_the_server(params string[] args) => Assert.False(CommandLine.Handles(args));

    [Theory]
    [InlineData("--help")]
    [InlineData("visits", "--help")]
    [InlineData("visits", "export", "--help")]
    [InlineData("visits", "import", "--help")]
    public async Task Help_is_given_and_is_good(params string[] args)
    {
        var run = await CommandRun.OfAsync(_directory.FullName, args);

        Assert.Equal(ExitCode.Good, run.ExitCode);
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unrecognized command or argument 'nonsense'.", "nonsense")]
    [InlineData("Required command was not provided.", "visits")]
    [InlineData("Option '--site' is required.", "visits", "export", "--format", "csv")]
    [InlineData("Argument 'xml' not recognized.", "visits", "export", "--site", "1", "--format", "xml")]
    [InlineData("--from must be a date such as 2026-03-02, not “yesterday”.", "visits", "export", "--site", "1", "--format", "csv", "--from", "yesterday")]
    public async Task Wrong_usage_says_what_is_wrong_and_where_help_is(string sentence, params string[] args)
    {
        var run = await CommandRun.OfAsync(_directory.FullName, args);

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_database_none_is_made()
    {
        var run = await CommandRun.OfAsync(_directory.FullName, "visits", "export", "--site", "1", "--format", "csv");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.StartsWith($"There is no database {_directory.PathOf("tracking.db")}.", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_directory.PathOf("tracking.db")));
    }

    [Fact]
    public async Task A_wrong_setting_fails_with_the_servers_sentence()
    {
        var run = await CommandRun.OfAsync(_directory.FullName, "visits", "export", "--site", "1", "--format", "csv", "--Database:Provider", "Oracle");

        Assert.Equal((ExitCode.Failed, "Database:Provider must be Sqlite or SqlServer, not “Oracle”."), (run.ExitCode, run.Error.Trim()));
    }

    [Fact]
    public async Task A_site_that_is_not_there_is_said_to_be_missing()
    {
        using var data = new ProgramData();
        var site = await data.CreateSiteAsync();

        var run = await CommandRun.OfAsync(data.Path, "visits", "export", "--site", $"{site + 1}", "--format", "csv");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.StartsWith($"There is no site {site + 1}.", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();
}
