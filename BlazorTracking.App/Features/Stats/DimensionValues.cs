using System.Collections.Frozen;
using System.Diagnostics;
using System.Linq.Expressions;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Stats;

/// <summary>What a dimension belongs to, which decides how it is counted and filtered.</summary>
internal enum DimensionScope
{
    /// <summary>The session: the same on all of its visits, so that sums are exact.</summary>
    Session,

    /// <summary>The single visit: visitors and sessions must be counted as distinct ones.</summary>
    Visit,

    /// <summary>The session's first page view.</summary>
    Entry,

    /// <summary>The session's last page view.</summary>
    Exit,
}

/// <summary>Where a visit keeps the value of a dimension.</summary>
internal static class DimensionValues
{
    // Every code of two letters, and none at all.
    private const int MostCountries = (26 * 26) + 1;

    private static readonly FrozenDictionary<Dimension, Func<Visit, string>> _compiled =
        Enum.GetValues<Dimension>().ToFrozenDictionary(dimension => dimension, dimension => dimension.Value().Compile());

    public static DimensionScope Scope(this Dimension dimension) => dimension switch
    {
        Dimension.Page or Dimension.Hostname or Dimension.Event or Dimension.Property => DimensionScope.Visit,
        Dimension.EntryPage => DimensionScope.Entry,
        Dimension.ExitPage => DimensionScope.Exit,
        _ => DimensionScope.Session,
    };

    /// <summary>
    /// The dimension's value of a visit, for a query. A version is named with what it is a version of; of properties it is
    /// the object with all of them.
    /// </summary>
    public static Expression<Func<Visit, string>> Value(this Dimension dimension) => dimension switch
    {
        Dimension.Channel => visit => visit.Channel,
        Dimension.Source => visit => visit.Source,
        Dimension.ReferrerHost => visit => visit.ReferrerHost,
        Dimension.Referrer => visit => visit.ReferrerHost + visit.ReferrerPath,
        Dimension.UtmSource => visit => visit.UtmSource,
        Dimension.UtmMedium => visit => visit.UtmMedium,
        Dimension.UtmCampaign => visit => visit.UtmCampaign,
        Dimension.UtmContent => visit => visit.UtmContent,
        Dimension.UtmTerm => visit => visit.UtmTerm,
        Dimension.Page or Dimension.EntryPage or Dimension.ExitPage => visit => visit.Path,
        Dimension.Hostname => visit => visit.Hostname,
        Dimension.Country => visit => visit.Country,
        Dimension.Region => visit => visit.Region,
        Dimension.City => visit => visit.City,
        Dimension.Browser => visit => visit.Browser,
        Dimension.BrowserVersion => visit => visit.BrowserVersion == "" ? visit.Browser : visit.Browser + " " + visit.BrowserVersion,
        Dimension.OperatingSystem => visit => visit.OperatingSystem,
        Dimension.OperatingSystemVersion => visit => visit.OperatingSystemVersion == "" ? visit.OperatingSystem : visit.OperatingSystem + " " + visit.OperatingSystemVersion,
        Dimension.Device => visit => visit.Device,
        Dimension.Screen => visit => visit.Screen,
        Dimension.Language => visit => visit.Language,
        Dimension.Event => visit => visit.Event,
        Dimension.Property => visit => visit.Properties,
        _ => throw new UnreachableException(),
    };

    /// <summary>How many rows a view keeps where it keeps so many of others: countries are few enough to keep them all.</summary>
    public static int Limit(this Dimension dimension, int limit) => dimension == Dimension.Country ? Math.Max(limit, MostCountries) : limit;

    /// <summary>The dimension's value of a visit in memory.</summary>
    public static string Of(this Dimension dimension, Visit visit) => _compiled[dimension](visit);
}
