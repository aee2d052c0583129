namespace BlazorTracking.Features.Stats;

/// <summary>
/// Lets callers who ask the same at about the same time share one read. A caller never gets a result that was read
/// before it asked, unless it says that it takes one: while a read runs, and for a pause after it, everyone who comes waits
/// for the one next read.
/// </summary>
public sealed class SharedReads(TimeProvider clock)
{
    // A read that takes long is repeated less often: a question asked all the time is read a fifth of the time.
    private const int PauseByDuration = 4;

    private readonly Lock _lock = new();
    private readonly Dictionary<object, Turn> _turns = [];

    /// <summary>Reads, or waits for the next read with an equal key. Reads of a key begin at least <paramref name="interval"/> apart.</summary>
    /// <param name="key">What is asked; equal keys ask the same.</param>
    /// <param name="interval">The shortest time between the beginnings of two reads.</param>
    /// <param name="read">Runs without the caller's cancellation: others may wait for it.</param>
    /// <param name="takesRecent">What was read for others just now, or is being read, will do.</param>
    /// <param name="cancellationToken">Ends the wait, not the read.</param>
    public Task<T> ReadAsync<T>(object key, TimeSpan interval, Func<Task<T>> read, bool takesRecent, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_turns.TryGetValue(key, out var running))
            {
                if (takesRecent && ((Turn<T>)running).Result is { IsFaulted: false } recent)
                {
                    return recent.WaitAsync(cancellationToken);
                }

                running.Next ??= new Turn<T>(read);
                return ((Turn<T>)running.Next).Result.WaitAsync(cancellationToken);
            }

            var turn = new Turn<T>(read);
            _turns.Add(key, turn);
            _ = Task.Run(() => TakeTurnsAsync(key, interval, turn), CancellationToken.None);
            return turn.Result.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc cref="ReadAsync{T}(object, TimeSpan, Func{Task{T}}, bool, CancellationToken)"/>
    public Task<T> ReadAsync<T>(object key, TimeSpan interval, Func<Task<T>> read, CancellationToken cancellationToken) =>
        ReadAsync(key, interval, read, takesRecent: false, cancellationToken);

    private async Task TakeTurnsAsync(object key, TimeSpan interval, Turn first)
    {
        for (Turn? turn = first; turn is not null; turn = Following(key, turn))
        {
            var begun = clock.GetTimestamp();
            await turn.RunAsync();
            var taken = clock.GetElapsedTime(begun);
            var pause = interval == TimeSpan.Zero ? TimeSpan.Zero : Longest(interval - taken, taken * PauseByDuration);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, clock);
            }
        }
    }

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private Turn? Following(object key, Turn turn)
    {
        lock (_lock)
        {
            if (turn.Next is { } next)
            {
                return _turns[key] = next;
            }

            _turns.Remove(key);
            return null;
        }
    }

    private abstract class Turn
    {
        public Turn? Next { get; set; }

        public abstract Task RunAsync();
    }

    private sealed class Turn<T>(Func<Task<T>> read) : Turn
    {
        private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<T> Result => _result.Task;

        public override async Task RunAsync()
        {
            try
            {
                _result.SetResult(await read());
            }
            catch (Exception exception)
            {
                _result.SetException(exception);
            }
        }
    }
}
