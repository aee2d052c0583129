namespace BlazorTracking.Features.Annotations;

/// <summary>What a site's owner notes of a day, to be seen on the chart.</summary>
public sealed class Annotation
{
    public const int TextMaxLength = 200;

    /// <summary>So many can a site have.</summary>
    public const int MostOfASite = 500;

    public int Id { get; init; }

    public int SiteId { get; init; }

    /// <summary>A day of the site's time zone.</summary>
    public DateOnly Date { get; set; }

    public required string Text { get; set; }
}
