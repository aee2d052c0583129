using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Sites;

/// <summary>A line through some figures, from the first on the left to the last on the right, its highest at the top.</summary>
public sealed partial class Sparkline
{
    private const double Width = 100;
    private const double Height = 40;
    private const double Headroom = 2;

    [Parameter, EditorRequired]
    public required IReadOnlyList<long> Values { get; set; }

    private string Line => $"M{string.Join('L', Points)}";

    private string Area => $"{Line}V{Number(Height)}H0Z";

    private IEnumerable<string> Points
    {
        get
        {
            // One figure is a level line.
            var values = Values.Count == 1 ? [Values[0], Values[0]] : Values;
            var highest = Math.Max(1, values.DefaultIfEmpty().Max());
            return values.Count == 0
                ? [$"0 {Number(Height)}", $"{Number(Width)} {Number(Height)}"]
                : values.Select((value, i) => $"{Number(Width * i / (values.Count - 1))} {Number(Height - ((Height - Headroom) * value / highest))}");
        }
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
