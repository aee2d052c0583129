namespace BlazorTracking.Features.Commands;

/// <summary>What a command ends with. Scripts rely on the numbers.</summary>
public static class ExitCode
{
    public const int Good = 0;

    /// <summary>The command did not do what it was asked to, or found what must not be.</summary>
    public const int Failed = 1;

    /// <summary>The command line cannot be understood; nothing was begun.</summary>
    public const int WrongUsage = 2;
}
