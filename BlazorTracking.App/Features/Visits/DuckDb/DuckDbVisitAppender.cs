using DuckDB.NET.Data;

namespace BlazorTracking.Features.Visits.DuckDb;

/// <summary>
/// Stores batches in a journal, from which they are moved into the table together: a commit of DuckDB costs the same
/// 5 ms for one visit and for hundreds (decision 0008). A move is due once a second, when many wait, and before anything
/// is read.
/// </summary>
internal sealed class DuckDbVisitAppender : IDisposable
{
    // Of so many visits at once a commit costs less than the journal's second writing of them.
    private const int LargeBatch = 1000;

    // Less takes more of the processor for each visit; more takes it from the beacons for too long at a time.
    private const int ManyPending = 10_000;

    // Moves that fail, or are slow, must not fill the memory.
    private const int MostPending = 100_000;

    // What a beacon brings has an id of the last two days, or one without a time; its first sending occurred close to that.
    private static readonly TimeSpan _timeInFilter = TimeSpan.FromDays(2) + TimeSpan.FromMilliseconds(VisitIdTime.Tolerance) + TimeSpan.FromDays(1);

    private readonly DuckDbFile _file;
    private readonly DuckDbCheckpoints _checkpoints;
    private readonly TimeProvider _clock;
    private readonly ReusedConnection _moving;
    private readonly ReusedConnection _asking;
    private readonly MoveThread _moves;

    // Guards what an append and a move share, and the connection for asking.
    private readonly Lock _lock = new();
    private PendingVisits? _pending;
    private VisitIdFilter? _filter;
    private bool _isDisposed;

    public DuckDbVisitAppender(DuckDbFile file, DuckDbCheckpoints checkpoints, TimeProvider clock, ILogger logger)
    {
        (_file, _checkpoints, _clock) = (file, checkpoints, clock);
        (_moving, _asking) = (new(file), new(file));
        _moves = new MoveThread(Move, clock, logger);
    }

    /// <summary>Opens the file and reads the ids of the last days.</summary>
    public void Open()
    {
        lock (_lock)
        {
            _ = Pending;
        }
    }

    /// <inheritdoc cref="IVisitStore.AppendAsync"/>
    public async Task AppendAsync(IReadOnlyList<Visit> batch)
    {
        foreach (var visit in batch)
        {
            DuckDbVisitRows.CheckTexts(visit);
        }

        if (CountPending() >= MostPending)
        {
            await _moves.MoveAsync();
        }

        if (batch.Count < LargeBatch)
        {
            Append(batch, () => Pending.Append(batch));
            if (CountPending() >= ManyPending)
            {
                _moves.Ask();
            }
        }
        else
        {
            Append(batch, () => _asking.Use(connection => AppendToTable(connection, batch)));
            _checkpoints.Note();
        }
    }

    /// <inheritdoc cref="IVisitStore.FindAsync"/>
    public IReadOnlySet<Guid> Find(IReadOnlyCollection<Guid> ids)
    {
        lock (_lock)
        {
            return FindStored(ids);
        }
    }

    /// <summary>Puts into the table what was appended before the call.</summary>
    public Task MoveAsync() => CountPending() > 0 ? _moves.MoveAsync() : Task.CompletedTask;

    public void Dispose()
    {
        _moves.Dispose();
        lock (_lock)
        {
            _isDisposed = true;
            _pending?.Dispose();
            _asking.Dispose();
            _moving.Dispose();
        }
    }

    private PendingVisits Pending
    {
        get
        {
            // Opened anew, the journals would be emptied, and a last move may have failed.
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_pending is null)
            {
                _asking.Use(connection =>
                {
                    _filter = DuckDbVisitIds.ReadFilter(connection, FilterSince());
                    _pending = new PendingVisits(_file.Location, DuckDbJournal.ReadMoved(connection));
                });
            }

            return _pending!;
        }
    }

    private int CountPending()
    {
        lock (_lock)
        {
            return _pending?.Count ?? 0;
        }
    }

    private void Append(IReadOnlyList<Visit> batch, Action store)
    {
        var ids = batch.Select(visit => visit.Id).ToHashSet();
        lock (_lock)
        {
            if (ids.Count < batch.Count || FindStored(ids).Count > 0)
            {
                throw new DuplicateVisitException();
            }

            store();
            foreach (var visit in batch)
            {
                _filter!.Add(visit.Id, visit.OccurredAt, VisitIdTime.IsIn(visit));
            }
        }
    }

    // On the thread for moves only. What comes meanwhile is for the next one: under load there would be no end.
    private void Move()
    {
        var last = LastNumber();
        while (Turn(last) is { } journal)
        {
            _moving.Use(connection => DuckDbJournal.Move(connection, journal.Visits, journal.LastNumber));
            _checkpoints.Note();
            lock (_lock)
            {
                Pending.Forget(journal);
                _filter!.ForgetBefore(FilterSince());
            }
        }
    }

    private HashSet<Guid> FindStored(IReadOnlyCollection<Guid> ids)
    {
        var pending = Pending;
        var found = ids.Where(pending.Holds).ToHashSet();
        var suspects = ids.Where(id => _filter!.MayHold(id) && !found.Contains(id)).ToList();
        if (suspects.Count > 0)
        {
            _asking.Use(connection => found.UnionWith(DuckDbVisitIds.Find(connection, suspects)));
        }

        return found;
    }

    private long LastNumber()
    {
        lock (_lock)
        {
            return _pending?.LastNumber ?? 0;
        }
    }

    private VisitJournal? Turn(long last)
    {
        lock (_lock)
        {
            return _pending?.Turn(last);
        }
    }

    private long FilterSince() => (_clock.GetUtcNow() - _timeInFilter).ToUnixTimeMilliseconds();

    private static void AppendToTable(DuckDBConnection connection, IReadOnlyList<Visit> batch)
    {
        using var transaction = connection.BeginTransaction();
        DuckDbVisitRows.Append(connection, batch);
        transaction.Commit();
    }

    /// <summary>A connection that is kept open; one that failed is thrown away and opened anew.</summary>
    private sealed class ReusedConnection(DuckDbFile file) : IDisposable
    {
        private DuckDBConnection? _connection;

        public void Use(Action<DuckDBConnection> use)
        {
            try
            {
                use(_connection ??= file.Connect());
            }
            catch
            {
                Dispose();
                throw;
            }
        }

        public void Dispose()
        {
            _connection?.Dispose();
            _connection = null;
        }
    }
}
