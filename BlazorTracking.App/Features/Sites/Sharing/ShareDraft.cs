using BlazorTracking.Features.Accounts;

namespace BlazorTracking.Features.Sites.Sharing;

/// <summary>What a person enters about a share link, and what is wrong with it.</summary>
public sealed class ShareDraft
{
    public string Name { get; set; } = "";

    /// <summary>Empty for none.</summary>
    public string Password { get; set; } = "";

    /// <summary>The last day on which the link works, in the site's time zone; null for no end.</summary>
    public DateOnly? LastDay { get; set; }

    public SitePanels Panels { get; set; } = PanelChoices.Suggested;

    /// <summary>What is wrong with the name, in a sentence, or null.</summary>
    public string? NameError => Name.Trim() switch
    {
        "" => SharingText.NameMissing,
        { Length: > ShareLink.NameMaxLength } => SharingText.NameTooLong.With(ShareLink.NameMaxLength),
        var name when name.Any(char.IsControl) => SharingText.NameControl,
        _ => null,
    };

    /// <summary>What is wrong with the password, in a sentence, or null.</summary>
    public string? PasswordError => Password.Length switch
    {
        0 => null,
        < Account.PasswordMinLength => SharingText.PasswordTooShort.With(Account.PasswordMinLength),
        > Account.PasswordMaxLength => SharingText.PasswordTooLong.With(Account.PasswordMaxLength),
        _ => null,
    };

    /// <summary>What is wrong with the last day, in a sentence, or null.</summary>
    /// <param name="today">In the site's time zone.</param>
    public string? LastDayError(DateOnly today) => LastDay < today ? SharingText.DayOver : LastDay > today.AddYears(10) ? SharingText.DayTooLate : null;

    /// <inheritdoc cref="LastDayError"/>
    public bool IsValid(DateOnly today) => NameError is null && PasswordError is null && LastDayError(today) is null && (Panels & ~SitePanels.All) == SitePanels.None;
}
