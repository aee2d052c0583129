using System.Globalization;

namespace BlazorTracking.Features.Demo;

/// <summary>How far the making of the history is, on one line of the console.</summary>
/// <param name="output">Where to write it.</param>
/// <param name="isTerminal">Whether a line can be overwritten; where it cannot, only its end is written.</param>
internal sealed class DemoProgress(TextWriter output, bool isTerminal)
{
    public void Report(double share)
    {
        if (isTerminal)
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"\rMaking up visits for the demonstration: {share:P0}  "));
        }
    }

    public void End(int count)
    {
        if (count > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(isTerminal ? "\r" : "")}Made up {count:N0} visits for the demonstration.        "));
        }
    }
}
