namespace BlazorTracking.Features.Sites.Sharing;

/// <summary>Who looks at a site in this request or circuit. Says nothing of what they may see: <see cref="SiteAccess"/> does.</summary>
public sealed class Viewer
{
    /// <summary>With what the page that is open was come to. An account sees by a link what everybody sees by it.</summary>
    public Pass Pass { get; set; } = Pass.Account;

    /// <summary>What <see cref="ShareLock"/> gave for the right password; null where none was given.</summary>
    public string? Ticket { get; set; }
}
