using BlazorTracking.Features.Commands;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Commands;

public sealed class ProgressLineTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly StringWriter _error = new();

    [Fact]
    public void On_a_terminal_a_bar_says_share_rate_and_time_left()
    {
        var progress = new ProgressLine(Console(isTerminal: true), "Exporting", "visits");

        _time.Advance(TimeSpan.FromSeconds(20));
        progress.Report(0.25, 5000);

        Assert.Equal("\rExporting [#######.......................] 25 % 5,000 visits, 250/s, 1:00 left", _error.ToString());
    }

    [Fact]
    public void Elsewhere_it_is_a_line_every_ten_seconds()
    {
        var progress = new ProgressLine(Console(isTerminal: false), "Exporting", "visits");

        for (var second = 1; second <= 20; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            progress.Report(second / 20.0, second * 100);
        }

        Assert.Equal(
            ["Exporting: 50 % 1,000 visits, 100/s, 0:10 left", "Exporting: 100 % 2,000 visits, 100/s, 0:00 left"],
            _error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_cleared_bar_leaves_an_empty_line()
    {
        var progress = new ProgressLine(Console(isTerminal: true), "Exporting", "visits");
        _time.Advance(TimeSpan.FromSeconds(1));
        progress.Report(1, 1);

        progress.Clear();

        Assert.EndsWith(" \r", _error.ToString(), StringComparison.Ordinal);
    }

    private CommandConsole Console(bool isTerminal) => new(TextWriter.Null, _error, isTerminal, () => Stream.Null, () => Stream.Null, _time);
}
