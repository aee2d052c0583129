namespace BlazorTracking.Features.Segments;

/// <summary>Filters of a site's views that are kept under a name.</summary>
public sealed class Segment
{
    public const int NameMaxLength = 60;
    public const int FiltersMaxLength = 4000;

    /// <summary>So many can a site have.</summary>
    public const int MostOfASite = 100;

    public int Id { get; init; }

    public int SiteId { get; init; }

    public required string Name { get; set; }

    /// <summary>As URLs say them; whoever shows them reads them.</summary>
    public required string Filters { get; set; }
}
