using System.Globalization;
using BlazorTracking.Tests.Infrastructure.Circuits;

namespace BlazorTracking.Tests.Features.Live;

/// <summary>
/// An open dashboard of a site that is visited by page views only, so that the greatest number on it is how many visits it
/// has seen.
/// </summary>
internal sealed class WatchedDashboard : IAsyncDisposable
{
    private readonly List<(DateTimeOffset At, long Visits)> _shown = [];
    private readonly HashSet<long> _numbers = [];
    private readonly Lock _lock = new();
    private OpenCircuit? _circuit;
    private int _renders;

    /// <summary>How many times it was drawn anew.</summary>
    public int Renders => Volatile.Read(ref _renders);

    /// <summary>The greatest number that was ever drawn.</summary>
    public long Visits
    {
        get
        {
            lock (_lock)
            {
                return _shown.Count == 0 ? 0 : _shown[^1].Visits;
            }
        }
    }

    public static async Task<WatchedDashboard> OpenAsync(Uri server, string path, System.Net.CookieContainer cookies)
    {
        var dashboard = new WatchedDashboard();
        dashboard._circuit = await OpenCircuit.OpenAsync(server, path, cookies, dashboard.Note);
        return dashboard;
    }

    /// <summary>Whether this number was drawn at any time.</summary>
    public bool HasShown(long number)
    {
        lock (_lock)
        {
            return _numbers.Contains(number);
        }
    }

    /// <summary>Waits until the condition holds.</summary>
    /// <exception cref="TimeoutException">It does not.</exception>
    public async Task WaitUntilAsync(Func<WatchedDashboard, bool> condition, TimeSpan patience)
    {
        using var timeout = new CancellationTokenSource(patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!condition(this))
        {
            if (_circuit!.Failure.IsFaulted)
            {
                await _circuit.Failure;
            }

            try
            {
                await timer.WaitForNextTickAsync(timeout.Token);
            }
            catch (OperationCanceledException exception)
            {
                throw new TimeoutException($"The dashboard has seen {Visits} visits in {Renders} renderings.", exception);
            }
        }
    }

    /// <summary>For each visit how long after its acknowledgement it was drawn here.</summary>
    public IEnumerable<TimeSpan> Delays(IReadOnlyList<DateTimeOffset> acknowledged, long visitsBefore)
    {
        var next = 0;
        foreach (var (at, visits) in _shown)
        {
            for (; next < Math.Min(visits - visitsBefore, acknowledged.Count); next++)
            {
                var delay = at - acknowledged[next];
                yield return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
            }
        }
    }

    public ValueTask DisposeAsync() => _circuit?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Note(RenderBatch batch)
    {
        Interlocked.Increment(ref _renders);
        lock (_lock)
        {
            foreach (var text in batch.Texts)
            {
                // Among the texts are also instants and ids, which are not written as numbers are.
                if (long.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
                    && text == number.ToString("N0", CultureInfo.InvariantCulture))
                {
                    _numbers.Add(number);
                    if (_shown.Count == 0 || number > _shown[^1].Visits)
                    {
                        _shown.Add((batch.ReceivedAt, number));
                    }
                }
            }
        }
    }
}
