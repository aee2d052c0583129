namespace BlazorTracking.Shell.Shortcuts;

/// <summary>What a key does.</summary>
/// <param name="Key">As the browser names it: a letter in lower case, "?", "/", "ArrowLeft".</param>
/// <param name="Title">What it does, as the list of shortcuts says it.</param>
/// <param name="Group">Under which heading it is listed.</param>
/// <param name="Press">Does it.</param>
public sealed record Shortcut(string Key, string Title, string Group, Func<Task> Press)
{
    /// <summary>The key as people call it.</summary>
    public string KeyName => Key switch
    {
        "ArrowLeft" => "←",
        "ArrowRight" => "→",
        _ => Key.ToUpperInvariant(),
    };
}
