using BlazorTracking.Features.Annotations;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Chart;

/// <summary>What was noted of the days of one interval of a chart.</summary>
/// <param name="Index">Which interval.</param>
/// <param name="Text">The notes.</param>
public sealed record ChartNote(int Index, string Text)
{
    /// <summary>One for each interval that holds the first instant of a noted day.</summary>
    public static IReadOnlyList<ChartNote> Of(StatsRange range, IReadOnlyList<Annotation> annotations)
    {
        if (annotations.Count == 0)
        {
            return [];
        }

        var buckets = new ChartBuckets(range.Boundaries());
        return [.. annotations
            .Select(note => (Index: buckets.NumberOf(range.Zone.StartOf(note.Date)), note.Text))
            .Where(note => note.Index >= 0)
            .GroupBy(note => note.Index)
            .Select(notes => new ChartNote(notes.Key, string.Join(" · ", notes.Select(note => note.Text))))];
    }
}
