using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Sites;

/// <summary>
/// A line through the figures of a day's hours, from the first on the left to the last on the right, its highest at the
/// top. The last hour is not over: the line to it is dotted, so that it does not look like a fall.
/// </summary>
public sealed partial class Sparkline
{
    private const double Width = 100;
    private const double Height = 40;
    private const double Headroom = 2;

    [Parameter, EditorRequired]
    public required IReadOnlyList<long> Values { get; set; }

    private string Line => Path(Points[..^1]);

    private string Running => Path(Points[^2..]);

    private string Area => $"{Path(Points)}V{Number(Height)}H0Z";

    private (double X, double Y)[] Points
    {
        get
        {
            // A line to the last hour and one before it have three ends: a day that has hardly begun is level at first.
            long[] values = [.. Enumerable.Repeat(Values.Count > 0 ? Values[0] : 0, Math.Max(0, 3 - Values.Count)), .. Values];
            var highest = Math.Max(1, values.Max());
            return [.. values.Select((value, i) => (Width * i / (values.Length - 1), Height - ((Height - Headroom) * value / highest)))];
        }
    }

    private static string Path((double X, double Y)[] points) => $"M{string.Join('L', points.Select(point => $"{Number(point.X)} {Number(point.Y)}"))}";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
