using System.ComponentModel.DataAnnotations;

namespace BlazorTracking.Features.Visits.ClickHouse;

public sealed class ClickHouseOptions
{
    public const string Section = "Visits:ClickHouse";

    /// <summary>
    /// The cluster, as <c>system.clusters</c> names it, over whose shards the visits are spread by site and on whose
    /// replicas they are kept; empty for a single server.
    /// </summary>
    [RegularExpression(@"^[A-Za-z_][A-Za-z0-9_.\-]{0,99}$", ErrorMessage = "Visits:ClickHouse:Cluster must be a name of letters, digits, hyphens, dots and underscores.")]
    public string Cluster { get; init; } = "";
}
