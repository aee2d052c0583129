using System.Runtime.CompilerServices;

namespace BlazorTracking.Features.Commands.Import.Hits;

/// <summary>
/// Puts hits into the order of time, however many there are: what does not fit into memory is sorted in parts, which wait
/// in temporary files. Hits of one instant keep the order in which they were added.
/// </summary>
internal sealed class SortedHits(string directory, int capacity = 200_000) : IAsyncDisposable
{
    private readonly List<Hit> _latest = [];
    private readonly List<HitRun> _runs = [];

    public async Task AddAsync(Hit hit, CancellationToken cancellationToken)
    {
        _latest.Add(hit);
        if (_latest.Count >= capacity)
        {
            _runs.Add(await HitRun.WriteAsync(directory, InOrder(_latest), cancellationToken));
            _latest.Clear();
        }
    }

    /// <summary>All hits in the order of time. Nothing is added afterwards.</summary>
    public async IAsyncEnumerable<Hit> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var latest = InOrder(_latest).ToAsyncEnumerable();
        List<IAsyncEnumerator<Hit>> parts = [.. _runs.Select(run => run.ReadAsync(cancellationToken)).Append(latest).Select(part => part.GetAsyncEnumerator(cancellationToken))];
        try
        {
            var next = new PriorityQueue<int, (long OccurredAt, int Part)>();
            for (var part = 0; part < parts.Count; part++)
            {
                await AdvanceAsync(part);
            }

            while (next.TryDequeue(out var part, out _))
            {
                yield return parts[part].Current;
                await AdvanceAsync(part);
            }

            async Task AdvanceAsync(int part)
            {
                if (await parts[part].MoveNextAsync())
                {
                    next.Enqueue(part, (parts[part].Current.Visit.OccurredAt, part));
                }
            }
        }
        finally
        {
            foreach (var part in parts)
            {
                await part.DisposeAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var run in _runs)
        {
            await run.DisposeAsync();
        }
    }

    private static IEnumerable<Hit> InOrder(IEnumerable<Hit> hits) => hits.OrderBy(hit => hit.Visit.OccurredAt);
}
