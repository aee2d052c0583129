namespace BlazorTracking.Features.Dashboard.Chart;

/// <summary>The vertical axis of a chart: from zero to a round number, in round steps.</summary>
public sealed record ChartScale(double Step, int Steps)
{
    private const int MostSteps = 5;

    private static readonly double[] _decimalSteps = [1, 2, 2.5, 5];

    // In milliseconds, as people divide hours and minutes.
    private static readonly double[] _timeSteps =
        [.. new double[] { 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400 }.Select(seconds => seconds * 1000)];

    public double Top => Step * Steps;

    /// <summary>The ticks from zero to <see cref="Top"/>.</summary>
    public IEnumerable<double> Ticks => Enumerable.Range(0, Steps + 1).Select(index => index * Step);

    /// <summary>The smallest round axis that holds <paramref name="largest"/>, in steps of at least <paramref name="smallestStep"/>.</summary>
    public static ChartScale ForNumbers(double largest, double smallestStep)
    {
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(largest, smallestStep) / MostSteps)));
        for (; ; magnitude *= 10)
        {
            foreach (var factor in _decimalSteps)
            {
                var step = factor * magnitude;
                if (step >= smallestStep && IsMultiple(step, smallestStep) && step * MostSteps >= largest)
                {
                    return Fit(step, largest);
                }
            }
        }
    }

    /// <summary>The smallest round axis that holds a span of milliseconds.</summary>
    public static ChartScale ForTime(double largest)
    {
        foreach (var step in _timeSteps)
        {
            if (step * MostSteps >= largest)
            {
                return Fit(step, largest);
            }
        }

        var day = _timeSteps[^1];
        var days = ForNumbers(largest / day, 1);
        return new ChartScale(days.Step * day, days.Steps);
    }

    /// <summary>Where a value lies: 0 at the bottom, 1 at the top.</summary>
    public double Position(double value) => Math.Clamp(value / Top, 0, 1);

    private static ChartScale Fit(double step, double largest) =>
        new(step, Math.Max(2, (int)Math.Ceiling(Math.Round(largest / step, 9))));

    private static bool IsMultiple(double step, double unit) => Math.Abs((step / unit) - Math.Round(step / unit)) < 1e-9;
}
