using System.CommandLine;
using System.CommandLine.Help;
using System.Text.RegularExpressions;
using BlazorTracking.Features.Commands;
using BlazorTracking.Features.Commands.Import;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Commands;

/// <summary>docs/commands.md and the commands' own help say the same.</summary>
public sealed partial class CommandsGuideTests
{
    private static readonly string[] _guide = Repository.ReadLines("docs/commands.md");

    private static IReadOnlyDictionary<string, Command> ByPath { get; } =
        Leaves(CommandLine.Root(new CommandProgram([], CommandConsole.OfProcess())), "").ToDictionary(entry => entry.Path, entry => entry.Command, StringComparer.Ordinal);

    public static TheoryData<string> Paths => [.. ByPath.Keys];

    public static TheoryData<string> Formats => [.. ImportSources.Names];

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_guides_usage_of_a_command_names_its_options_and_arguments_and_no_others(string path)
    {
        var usage = Assert.Single(_guide, line => line.StartsWith($"{path} ", StringComparison.Ordinal) && IsUsage(line)) + " ";

        Assert.Equal(OptionsOf(ByPath[path]).Select(option => option.Name).Order(StringComparer.Ordinal), OptionNames.Matches(usage).Select(match => match.Value).Order(StringComparer.Ordinal));
        Assert.All(OptionsOf(ByPath[path]), option => Assert.Equal(option.Required, !usage.Contains($"[{option.Name}", StringComparison.Ordinal)));
        Assert.All(ByPath[path].Arguments, argument => Assert.Contains($" {argument.Name}", usage, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Help_explains_the_command_and_everything_that_can_be_said_to_it(string path)
    {
        var command = ByPath[path];

        Assert.All(
            (string?[])[command.Description, .. OptionsOf(command).Select(option => option.Description), .. command.Arguments.Select(argument => argument.Description)],
            text => Assert.EndsWith(".", text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_guide_explains_every_format_that_can_be_imported(string format) =>
        Assert.Contains(_guide, line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains($"`{format}`", StringComparison.Ordinal));

    [GeneratedRegex("--[a-z-]+", RegexOptions.NonBacktracking)]
    private static partial Regex OptionNames { get; }

    // An example has a value of its own where the usage has a word in capitals.
    private static bool IsUsage(string line) => line.Contains('[', StringComparison.Ordinal) || line.EndsWith("ENGINE", StringComparison.Ordinal) || line.EndsWith("FILE", StringComparison.Ordinal);

    private static IEnumerable<Option> OptionsOf(Command command) => command.Options.Where(option => option is not HelpOption);

    private static IEnumerable<(string Path, Command Command)> Leaves(Command command, string path) => command.Subcommands.Count == 0
        ? [(path, command)]
        : command.Subcommands.SelectMany(child => Leaves(child, $"{path} {child.Name}".Trim()));
}
