using System.Threading.Channels;
using BlazorTracking.Features.Live;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Beacons;

/// <summary>What became of a visit that was handed to the writer.</summary>
public enum WriteResult
{
    /// <summary>Stored durably.</summary>
    Stored,

    /// <summary>Stored durably before: this was a retry.</summary>
    Duplicate,

    /// <summary>Not stored: the queue is full, the store is down or the program ends. To be sent again.</summary>
    Unavailable,
}

/// <summary>
/// Group commit: whatever waits when the last commit is done goes into the next, one transaction for all, and every
/// request waits for its batch. The cost of a durable commit is shared by those who wait for it, and a lone visit waits
/// for nobody.
/// </summary>
public sealed partial class VisitWriter(
    IVisitStore store,
    SessionRestorer sessions,
    WeeklyVisitors weeks,
    LivePublisher live,
    IOptions<BeaconsOptions> options,
    ILogger<VisitWriter> logger) : BackgroundService
{
    private readonly Channel<Pending> _queue = System.Threading.Channels.Channel.CreateBounded<Pending>(
        new BoundedChannelOptions(options.Value.QueueCapacity) { SingleReader = true });

    private readonly SessionBook _book = new();
    private volatile bool _isRunning;

    /// <summary>Whether visits are taken in.</summary>
    public bool IsAlive => _isRunning;

    /// <summary>Whether the latest batch could be stored.</summary>
    public bool IsStoring { get; private set; } = true;

    /// <summary>Completes when the visit is stored durably, or is not going to be.</summary>
    public Task<WriteResult> WriteAsync(VisitDraft draft)
    {
        var pending = new Pending(draft);
        return _isRunning && _queue.Writer.TryWrite(pending) ? pending.Result : Task.FromResult(WriteResult.Unavailable);
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await sessions.RestoreAsync(_book, cancellationToken);
        _isRunning = true;
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // Not base.StopAsync first: it would cancel the loop, and what waits in the queue is to be stored.
        _isRunning = false;
        _queue.Writer.TryComplete();
        if (ExecuteTask is { } writing)
        {
            await writing.WaitAsync(cancellationToken);
        }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Pending>(options.Value.BatchSize);
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            // Behind the requests that have arrived: the busier the processor, the more visits share the next commit. It
            // also leaves the thread that starts the program, which the store's calls may block (SQLite's do).
            await Task.Yield();
            while (batch.Count < options.Value.BatchSize && _queue.Reader.TryRead(out var pending))
            {
                batch.Add(pending);
            }

            await WriteAsync(batch);
            batch.Clear();
        }
    }

    private async Task WriteAsync(IReadOnlyList<Pending> batch)
    {
        try
        {
            var attempts = new BatchAttempts(batch.Count);
            await WriteAsync(batch, attempts);
            IsStoring = attempts.Failure is null;
            if (attempts.Failure is not null)
            {
                Log.NotStored(logger, batch.Count(pending => pending.Result.Result == WriteResult.Unavailable), attempts.Failure);
            }
        }
        catch (Exception exception)
        {
            IsStoring = false;
            Log.NotStored(logger, batch.Count(pending => !pending.Result.IsCompleted), exception);
            Answer(batch, WriteResult.Unavailable);
        }
    }

    // Retries are rare: none is looked for until the store says that it holds one of the batch already.
    private async Task WriteAsync(IReadOnlyList<Pending> batch, BatchAttempts attempts, bool hasDuplicates = false)
    {
        var fresh = hasDuplicates ? await AnswerDuplicatesAsync(batch) : batch;
        if (fresh.Count == 0)
        {
            return;
        }

        await weeks.NoteAsync(fresh.Select(pending => pending.Draft.Week).OfType<WeeklyVisitor>(), CancellationToken.None);
        var session = _book.Begin();
        var visits = fresh.Select(pending => session.Place(pending.Draft.Visit, pending.Draft.VisitorIdOfYesterday)).ToList();
        try
        {
            await store.AppendAsync(visits, CancellationToken.None);
        }
        catch (DuplicateVisitException) when (attempts.TryAgain())
        {
            await WriteAsync(fresh, attempts, hasDuplicates: true);
            return;
        }
        catch (Exception exception)
        {
            // A commit whose answer was lost is a commit.
            var stored = await store.FindAsync([.. visits.Select(visit => visit.Id)], CancellationToken.None);
            if (stored.Count < visits.Count)
            {
                await WriteApartAsync(fresh, attempts, exception);
                return;
            }
        }

        session.Keep();
        Answer(fresh, WriteResult.Stored);
        live.Enqueue(visits);
    }

    /// <summary>One bad visit must not fail its neighbours: halves are tried until it stands alone.</summary>
    private async Task WriteApartAsync(IReadOnlyList<Pending> batch, BatchAttempts attempts, Exception failure)
    {
        if (batch.Count == 1 || !attempts.TryAgain())
        {
            attempts.Failure = failure;
            Answer(batch, WriteResult.Unavailable);
            return;
        }

        var half = (batch.Count + 1) / 2;
        await WriteAsync([.. batch.Take(half)], attempts);
        await WriteAsync([.. batch.Skip(half)], attempts);
    }

    /// <summary>Answers the retries of what is stored already, and those of this very batch; returns the rest.</summary>
    private async Task<IReadOnlyList<Pending>> AnswerDuplicatesAsync(IReadOnlyList<Pending> batch)
    {
        var candidates = batch.Select(pending => pending.Draft.Visit.Id).Distinct().ToList();
        var stored = await store.FindAsync(candidates, CancellationToken.None);
        var first = new Dictionary<Guid, Pending>();
        var fresh = new List<Pending>(batch.Count);
        foreach (var pending in batch)
        {
            var id = pending.Draft.Visit.Id;
            if (stored.Contains(id))
            {
                pending.Answer(WriteResult.Duplicate);
            }
            else if (first.TryGetValue(id, out var original))
            {
                original.AnswerAlso(pending);
            }
            else
            {
                first.Add(id, pending);
                fresh.Add(pending);
            }
        }

        return fresh;
    }

    private static void Answer(IReadOnlyList<Pending> batch, WriteResult result)
    {
        foreach (var pending in batch)
        {
            pending.Answer(result);
        }
    }

    private sealed class Pending(VisitDraft draft)
    {
        // Asynchronously: the waiting requests go on elsewhere, not on the writer's thread.
        private readonly TaskCompletionSource<WriteResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private List<Pending>? _twins;

        public VisitDraft Draft { get; } = draft;

        public Task<WriteResult> Result => _result.Task;

        /// <summary>The other is the same visit, sent twice at once.</summary>
        public void AnswerAlso(Pending twin) => (_twins ??= []).Add(twin);

        public void Answer(WriteResult result)
        {
            _result.TrySetResult(result);
            foreach (var twin in _twins ?? [])
            {
                twin._result.TrySetResult(result == WriteResult.Stored ? WriteResult.Duplicate : result);
            }
        }
    }

    /// <summary>How often the parts of one batch may be tried: enough to isolate two bad visits, not enough to hammer a store that is down.</summary>
    private sealed class BatchAttempts(int size)
    {
        private int _left = 4 * (int.Log2(size) + 1);

        public Exception? Failure { get; set; }

        public bool TryAgain() => _left-- > 0;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Count} visits could not be stored; their senders were told to try again.")]
        public static partial void NotStored(ILogger logger, int count, Exception exception);
    }
}
