using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;
using LinqToDB.Async;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Demo;

/// <summary>
/// Gives the demonstration's sites their past: <see cref="DemoOptions.Days"/> days where there is none, else whatever is
/// missing since the latest visit. Visits are placed by a session book in the order in which they occur, as the writer
/// does with real ones, and stored in that order: a start that was interrupted is taken up by the next.
/// </summary>
internal sealed class DemoHistory(
    DemoAccount account,
    IVisitStore store,
    DemoRefusals refusals,
    WeeklyVisitors weeks,
    AgentReader agents,
    IOptions<DemoOptions> options,
    TimeProvider time)
{
    private const int BatchSize = 5_000;
    private const long Stride = 6 * 60 * 60 * 1000;

    /// <summary>A pause that is no longer than this leaves no gap worth filling: sites are without a visit for so long anyway.</summary>
    private static readonly TimeSpan _shortestGap = TimeSpan.FromMinutes(2);

    /// <summary>The crowds as they are at the history's end.</summary>
    public IReadOnlyList<DemoCrowd> Crowds { get; private set; } = [];

    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <returns>How many visits were made up.</returns>
    public async Task<int> FillAsync(Action<double> progress, CancellationToken cancellationToken)
    {
        var sites = await account.PrepareAsync(cancellationToken);
        var now = time.GetUtcNow();
        var crowds = new List<DemoCrowd>();
        var count = 0;
        foreach (var (character, site) in sites)
        {
            var from = await FindStartAsync(site, now, cancellationToken);
            var crowd = new DemoCrowd(character, site, agents, from, now, new Random(HashOf(character.Name, from)));
            var done = crowds.Count;
            count += await FillAsync(crowd, from, now.ToUnixTimeMilliseconds(), part => progress((done + part) / sites.Count), cancellationToken);
            crowds.Add(crowd);
        }

        Crowds = crowds;
        return count;
    }

    private async Task<int> FillAsync(DemoCrowd crowd, long from, long now, Action<double> progress, CancellationToken cancellationToken)
    {
        var book = new SessionBook();
        var batch = new Batch();
        var count = 0;
        var storing = Task.CompletedTask;
        for (var until = from; until < now;)
        {
            until = MakeUp(crowd, book, until, now, batch);
            if (batch.Visits.Count >= BatchSize || until >= now)
            {
                // One batch is stored while the next is made up.
                await storing;
                var made = batch;
                storing = Task.Run(() => StoreAsync(crowd, made, cancellationToken), cancellationToken);
                count += made.Visits.Count;
                batch = new Batch();
                progress((until - from) / (double)(now - from));
            }
        }

        await storing;
        return count;
    }

    /// <summary>Adds the visits of a stride to the batch and gives its end.</summary>
    private static long MakeUp(DemoCrowd crowd, SessionBook book, long from, long now, Batch batch)
    {
        var until = Math.Min(from + Stride, now);
        var placing = book.Begin();
        foreach (var draft in crowd.Advance(until))
        {
            batch.Visits.Add(placing.Place(draft.Visit, draft.VisitorIdOfYesterday));
            if (draft.Week is not null)
            {
                batch.Weeks.Add(draft.Week);
            }
        }

        placing.Keep();
        return until;
    }

    private async Task StoreAsync(DemoCrowd crowd, Batch batch, CancellationToken cancellationToken)
    {
        await store.AppendAsync(batch.Visits, cancellationToken);
        await weeks.NoteAsync(batch.Weeks, cancellationToken);
        await refusals.AddAsync(crowd, batch.Visits, cancellationToken);
    }

    /// <summary>Where the site's visits end: <see cref="DemoOptions.Days"/> before now if it has none, now if they end just before.</summary>
    private async Task<long> FindStartAsync(Site site, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var latest = await store.QueryAsync(
            (visits, token) => visits.Where(visit => visit.SiteId == site.Id).MaxAsync(visit => (long?)visit.OccurredAt, token),
            cancellationToken);
        var first = now.AddDays(-options.Value.Days).ToUnixTimeMilliseconds();
        return latest >= (now - _shortestGap).ToUnixTimeMilliseconds() ? now.ToUnixTimeMilliseconds() : Math.Max(first, latest + 1 ?? first);
    }

    // The same start gives the same history; a later gap is not filled with a repetition.
    private static int HashOf(string name, long from) => unchecked(name.Aggregate((int)(from / 60_000), (hash, letter) => (hash * 31) + letter));

    private sealed class Batch
    {
        public List<Visit> Visits { get; } = [];

        public HashSet<WeeklyVisitor> Weeks { get; } = [];
    }
}
