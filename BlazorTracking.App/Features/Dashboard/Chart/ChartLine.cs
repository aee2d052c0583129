using System.Globalization;
using System.Text;

namespace BlazorTracking.Features.Dashboard.Chart;

/// <summary>SVG paths over a square of <see cref="Size"/> units, which the page stretches to the chart's size.</summary>
public static class ChartLine
{
    public const int Size = 1000;

    /// <summary>Where the interval lies: 0 at the left edge, 1 at the right.</summary>
    public static double Across(int index, int count) => count > 1 ? (double)index / (count - 1) : 0.5;

    /// <summary>A line through the values from <paramref name="first"/> to <paramref name="last"/>, broken where there is none.</summary>
    public static string Path(IReadOnlyList<double?> values, ChartScale scale, int first, int last)
    {
        var path = new StringBuilder();
        var isDrawing = false;
        for (var index = first; index <= last; index++)
        {
            if (values[index] is not { } value)
            {
                isDrawing = false;
                continue;
            }

            path.Append(isDrawing ? 'L' : 'M');
            Append(path, index, values.Count, value, scale);
            isDrawing = true;
        }

        return path.ToString();
    }

    /// <summary>The surface between the bottom and the values from the first to <paramref name="last"/>.</summary>
    public static string Area(IReadOnlyList<double?> values, ChartScale scale, int last)
    {
        if (last < 1)
        {
            return "";
        }

        var path = new StringBuilder();
        path.Append(CultureInfo.InvariantCulture, $"M0 {Size}");
        for (var index = 0; index <= last; index++)
        {
            path.Append('L');
            Append(path, index, values.Count, values[index] ?? 0, scale);
        }

        path.Append(CultureInfo.InvariantCulture, $"L{Round(Across(last, values.Count) * Size)} {Size}Z");
        return path.ToString();
    }

    private static void Append(StringBuilder path, int index, int count, double value, ChartScale scale) => path.Append(
        CultureInfo.InvariantCulture,
        $"{Round(Across(index, count) * Size)} {Round((1 - scale.Position(value)) * Size)}");

    private static double Round(double coordinate) => Math.Round(coordinate, 1);
}
