using System.Threading.Channels;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Live;

/// <summary>Carries stored visits from the writer to the feed, so that no subscriber can hold up a commit.</summary>
public sealed class LivePublisher(LiveFeed feed) : BackgroundService
{
    private const int MergeMaximum = 10_000;

    private readonly Channel<IReadOnlyList<Visit>> _stored = Channel.CreateUnbounded<IReadOnlyList<Visit>>(
        new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Takes the visits of one commit; returns at once.</summary>
    public void Enqueue(IReadOnlyList<Visit> visits) => _stored.Writer.TryWrite(visits);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _stored.Reader.WaitToReadAsync(stoppingToken))
            {
                var merged = new List<Visit>();
                while (merged.Count < MergeMaximum && _stored.Reader.TryRead(out var visits))
                {
                    merged.AddRange(visits);
                }

                feed.Publish(merged);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends, and with it every dashboard.
        }
    }
}
