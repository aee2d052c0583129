using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Stats;

/// <summary>What one visit adds to the figures of an additive query: in memory what <see cref="TotalsQuery"/> and <see cref="BreakdownQuery"/> sum up in the store.</summary>
internal static class Contribution
{
    /// <summary>Whether single visits can be added to the dimension's rows under the query.</summary>
    public static bool IsAdditive(this StatsQuery query, Dimension dimension) =>
        query.IsAdditive && (dimension is Dimension.Page or Dimension.Event or Dimension.Property || dimension.Scope() != DimensionScope.Visit);

    /// <summary>Whether the visit meets every filter; asked of additive queries only.</summary>
    public static bool Accepts(this StatsQuery query, Visit visit) =>
        query.Filters.All(filter => filter.Accepts(filter.Dimension.Of(visit)));

    /// <summary>What is counted when it happens.</summary>
    public static StatsTotals OfVisit(Visit visit) =>
        new(visit.NewVisitor, 0, visit.IsPageView ? 1 : 0, visit.IsPageView ? 0 : 1, 0, 0);

    /// <summary>What is counted where its session began.</summary>
    public static StatsTotals OfSession(Visit visit) => new(0, visit.NewSession, 0, 0, visit.Bounce, visit.DurationMs);

    /// <summary>What the visit adds to the rows of a dimension, given what of it lies in the range.</summary>
    public static IEnumerable<BreakdownRow> To(Dimension dimension, Visit visit, StatsRange range)
    {
        var (occurred, begun) = (range.Contains(visit.OccurredAt), range.Contains(visit.SessionStartedAt));
        return dimension switch
        {
            Dimension.EntryPage => begun && visit.NewSession == 1 && visit.IsPageView ? [new(visit.Path, 1)] : [],
            Dimension.ExitPage => begun && visit.IsPageView ? Exit(visit) : [],
            Dimension.Page => occurred && visit.NewPageVisitor == 1 ? [new(visit.Path, 1)] : [],
            Dimension.Event => occurred && !visit.IsPageView ? [new(visit.Event, 1)] : [],
            Dimension.Property => occurred && !visit.IsPageView ? PropertyText.Of(visit.Properties).Select(property => new BreakdownRow(property, 1)) : [],
            _ => occurred && visit.NewVisitor == 1 ? [new(dimension.Of(visit), 1)] : [],
        };
    }

    private static IEnumerable<BreakdownRow> Exit(Visit visit)
    {
        if (visit.Path == visit.PreviousPath)
        {
            yield break;
        }

        yield return new BreakdownRow(visit.Path, 1);
        if (visit.PreviousPath.Length > 0)
        {
            yield return new BreakdownRow(visit.PreviousPath, -1);
        }
    }
}
