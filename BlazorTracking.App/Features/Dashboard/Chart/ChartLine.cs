using System.Globalization;
using System.Text;

namespace BlazorTracking.Features.Dashboard.Chart;

/// <summary>SVG paths over a square of <see cref="Size"/> units, which the page stretches to the chart's size.</summary>
public static class ChartLine
{
    public const int Size = 1000;

    /// <summary>Where the interval lies: 0 at the left edge, 1 at the right.</summary>
    public static double Across(int index, int count) => count > 1 ? (double)index / (count - 1) : 0.5;

    /// <summary>A line through the values from <paramref name="first"/> to <paramref name="last"/>, broken where there is none. A value alone is a dot.</summary>
    public static string Path(IReadOnlyList<double?> values, ChartScale scale, int first, int last)
    {
        var path = new StringBuilder();
        foreach (var (from, to) in Runs(values, first, last))
        {
            path.Append('M');
            Append(path, from, values, scale);
            path.Append("l0 0");
            for (var index = from + 1; index <= to; index++)
            {
                path.Append('L');
                Append(path, index, values, scale);
            }
        }

        return path.ToString();
    }

    /// <summary>The surface between the bottom and the values from the first to <paramref name="last"/>.</summary>
    public static string Area(IReadOnlyList<double?> values, ChartScale scale, int last)
    {
        var path = new StringBuilder();
        foreach (var (from, to) in Runs(values, 0, last))
        {
            path.Append(CultureInfo.InvariantCulture, $"M{X(from, values)} {Size}");
            for (var index = from; index <= to; index++)
            {
                path.Append('L');
                Append(path, index, values, scale);
            }

            path.Append(CultureInfo.InvariantCulture, $"L{X(to, values)} {Size}Z");
        }

        return path.ToString();
    }

    private static IEnumerable<(int From, int To)> Runs(IReadOnlyList<double?> values, int first, int last)
    {
        for (var from = first; from <= last; from++)
        {
            if (values[from] is null)
            {
                continue;
            }

            var to = from;
            while (to < last && values[to + 1] is not null)
            {
                to++;
            }

            yield return (from, to);
            from = to;
        }
    }

    private static double X(int index, IReadOnlyList<double?> values) => Math.Round(Across(index, values.Count) * Size, 1);

    private static void Append(StringBuilder path, int index, IReadOnlyList<double?> values, ChartScale scale) => path.Append(
        CultureInfo.InvariantCulture,
        $"{X(index, values)} {Math.Round((1 - scale.Position(values[index] ?? 0)) * Size, 1)}");
}
