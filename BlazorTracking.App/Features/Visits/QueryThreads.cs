using System.Collections.Concurrent;

namespace BlazorTracking.Features.Visits;

/// <summary>
/// The threads on which queries run. The calls of an engine within the program block, and the threads of the pool take in
/// the beacons; a new thread for each query would keep whoever asks waiting until it runs, which takes milliseconds where
/// all processors are busy.
/// </summary>
internal sealed class QueryThreads : TaskScheduler, IDisposable
{
    /// <summary>Of each of the threads, for whoever looks at the process.</summary>
    public const string Name = "Visit query";

    private readonly BlockingCollection<Task> _waiting = [];
    private readonly List<Thread> _threads;
    private volatile bool _isDisposed;

    /// <param name="count">How many queries run at once; others wait for their turn.</param>
    public QueryThreads(int count)
    {
        _threads = [.. Enumerable.Range(0, count).Select(_ => new Thread(Run) { IsBackground = true, Name = Name })];
        _threads.ForEach(thread => thread.Start());
    }

    public override int MaximumConcurrencyLevel => _threads.Count;

    /// <exception cref="ObjectDisposedException">The end has begun.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> query, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        try
        {
            return await Task.Factory.StartNew(query, cancellationToken, TaskCreationOptions.HideScheduler, this).Unwrap();
        }
        finally
        {
            // Whoever asked goes on elsewhere: the thread is for the next query, and must not wait for its own end.
            await Task.Yield();
        }
    }

    /// <summary>Waits for those that are asked for already.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _waiting.CompleteAdding();
        _threads.ForEach(thread => thread.Join());
        _waiting.Dispose();
    }

    protected override void QueueTask(Task task) => _waiting.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [.. _waiting];

    private void Run()
    {
        foreach (var task in _waiting.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}
