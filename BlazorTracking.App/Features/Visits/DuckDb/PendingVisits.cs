namespace BlazorTracking.Features.Visits.DuckDb;

/// <summary>
/// The visits that are stored, but not in the table yet. Two journals take turns: one is appended to while what is in
/// the other is moved. For one thread at a time.
/// </summary>
/// <param name="location">The file of the visits; the journals lie beside it.</param>
/// <param name="moved">The number of the newest batch that is in the table.</param>
internal sealed class PendingVisits(string location, long moved) : IDisposable
{
    private readonly HashSet<Guid> _ids = [];
    private VisitJournal _current = new(PathsOf(location)[0]);
    private VisitJournal _other = new(PathsOf(location)[1]);
    private long _moved = moved;

    /// <summary>The number of the newest batch.</summary>
    public long LastNumber { get; private set; } = moved;

    public int Count => _ids.Count;

    /// <summary>The files of the journals, whether they exist or not.</summary>
    public static IReadOnlyList<string> PathsOf(string location) => [location + ".journal-1", location + ".journal-2"];

    public bool Holds(Guid id) => _ids.Contains(id);

    /// <inheritdoc cref="VisitJournal.Append"/>
    public void Append(IReadOnlyList<Visit> batch)
    {
        _current.Append(LastNumber + 1, batch);
        LastNumber++;
        _ids.UnionWith(batch.Select(visit => visit.Id));
    }

    /// <summary>
    /// The journal that is to be moved next, to which nothing is appended any more; null once all batches up to the
    /// given one are moved. The same again until it is <see cref="Forget">forgotten</see>.
    /// </summary>
    public VisitJournal? Turn(long last)
    {
        if (_moved >= last)
        {
            return null;
        }

        if (_other.Visits.Count == 0)
        {
            (_current, _other) = (_other, _current);
        }

        return _other;
    }

    /// <summary>What is in the journal is in the table now.</summary>
    public void Forget(VisitJournal journal)
    {
        _moved = journal.LastNumber;
        _ids.ExceptWith(journal.Visits.Select(visit => visit.Id));
        journal.Clear();
    }

    public void Dispose()
    {
        _current.Dispose();
        _other.Dispose();
    }
}
