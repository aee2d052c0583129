using System.ComponentModel.DataAnnotations;

namespace BlazorTracking.Features.Demo;

public sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>Whether the program starts with a demonstration account, three sites and their traffic. <c>--demo</c> says so too.</summary>
    public bool Enabled { get; init; }

    /// <summary>How many days of visits the demonstration sites begin with.</summary>
    [Range(1, 365, ErrorMessage = "Demo:Days must be between 1 and 365.")]
    public int Days { get; init; } = 90;
}
