using System.Globalization;

namespace BlazorTracking.Features.Commands;

/// <summary>How far a command is: a bar with rate and time left on a terminal, now and then a plain line elsewhere.</summary>
/// <param name="console">Where to write it.</param>
/// <param name="doing">"Exporting".</param>
/// <param name="unit">What is counted, "visits".</param>
internal sealed class ProgressLine(CommandConsole console, string doing, string unit)
{
    private const int BarWidth = 30;
    private const double ShareWorthAForecast = 0.001;

    private static readonly TimeSpan _betweenBars = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _betweenLines = TimeSpan.FromSeconds(10);

    private readonly long _startedAt = console.Time.GetTimestamp();
    private long _reportedAt = console.Time.GetTimestamp();
    private int _length;

    /// <param name="share">The part that is done, 0 to 1.</param>
    /// <param name="count">How many are done.</param>
    public void Report(double share, long count)
    {
        if (console.Time.GetElapsedTime(_reportedAt) < (console.IsTerminal ? _betweenBars : _betweenLines))
        {
            return;
        }

        _reportedAt = console.Time.GetTimestamp();
        Write(Math.Clamp(share, 0, 1), count);
    }

    /// <summary>Removes the bar, so that something else can be written.</summary>
    public void Clear()
    {
        if (_length > 0)
        {
            console.Error.Write($"\r{new string(' ', _length)}\r");
            _length = 0;
        }
    }

    private void Write(double share, long count)
    {
        var elapsed = console.Time.GetElapsedTime(_startedAt);
        var rate = count / Math.Max(elapsed.TotalSeconds, 0.001);
        var left = share > ShareWorthAForecast ? $", {Clock(elapsed * ((1 - share) / share))} left" : "";
        var text = string.Create(CultureInfo.InvariantCulture, $"{share,4:P0} {count:N0} {unit}, {rate:N0}/s{left}");
        if (!console.IsTerminal)
        {
            console.Error.WriteLine($"{doing}: {text.TrimStart()}");
            return;
        }

        var filled = (int)(share * BarWidth);
        var line = $"{doing} [{new string('#', filled)}{new string('.', BarWidth - filled)}] {text}";
        console.Error.Write($"\r{line.PadRight(_length)}");
        _length = line.Length;
    }

    private static string Clock(TimeSpan time) =>
        time.ToString(time.TotalHours < 1 ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);
}
