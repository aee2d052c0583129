namespace BlazorTracking.Benchmarks;

internal static class Percentiles
{
    /// <summary>The smallest value that at least this share (0 to 1) of the values does not exceed.</summary>
    public static double Of(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
