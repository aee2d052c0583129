using System.CommandLine;

namespace BlazorTracking.Features.Commands;

/// <summary><c>--site N</c>, the same in every command that has it.</summary>
internal static class SiteOption
{
    public static Option<int> Required(string description) => new("--site")
    {
        Description = $"{description} Its number is in the address of its pages.",
        HelpName = "N",
        Required = true,
    };

    public static Option<int?> Optional(string description) => new("--site")
    {
        Description = $"{description} Without it, all sites.",
        HelpName = "N",
    };
}
