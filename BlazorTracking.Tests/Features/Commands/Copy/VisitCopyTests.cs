using BlazorTracking.Features.Commands.Copy;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Features.Commands.Import;
using BlazorTracking.Tests.Infrastructure;
using LinqToDB.Async;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Commands.Copy;

/// <summary>Copies from and to every engine.</summary>
public abstract class VisitCopyTests : DatabaseTests
{
    private readonly int _site;

    protected VisitCopyTests(TestDatabase database)
        : base(database) => _site = database.NextSiteId();

    private IVisitStore Other => Database.Services.GetRequiredKeyedService<IVisitStore>(
        Database.Engine == VisitEngine.DuckDb ? VisitEngine.Database : VisitEngine.DuckDb);

    [SkippableFact]
    public async Task Visits_are_the_same_in_the_other_engine_and_back_again()
    {
        var visits = Visits(25_000);
        await AppendAsync(visits);
        await Other.PrepareAsync(CancellationToken.None);

        Assert.Equal(25_000, await CopyAsync(Database.Visits, Other));
        Assert.Equal(0, await CopyAsync(Database.Visits, Other));
        await Database.Visits.DeleteSiteAsync(_site, CancellationToken.None);
        Assert.Equal(25_000, await CopyAsync(Other, Database.Visits));

        Assert.Equal(visits.OrderBy(visit => visit.Id), await ReadAsync(Database.Visits));
    }

    [SkippableFact]
    public async Task A_copy_that_failed_in_the_middle_of_a_day_goes_on_where_it_was()
    {
        var visits = Visits(25_000);
        await AppendAsync(visits);
        await Other.PrepareAsync(CancellationToken.None);
        var batches = 0;
        var failing = new StoppingStore(Other, () => ++batches == 3 ? throw new IOException("The disk is full.") : Task.CompletedTask);
        await Assert.ThrowsAsync<IOException>(() => CopyAsync(Database.Visits, failing));

        var rest = await CopyAsync(Database.Visits, Other);

        Assert.InRange(rest, 1, 24_999);
        Assert.Equal(visits.OrderBy(visit => visit.Id), await ReadAsync(Other));
    }

    [SkippableFact]
    public async Task Progress_counts_every_visit_once_whether_it_was_there_or_not()
    {
        await AppendAsync(Visits(12_000));
        await Other.PrepareAsync(CancellationToken.None);
        var (first, second) = (0L, 0L);

        await new VisitCopy(Database.Visits, Other).CopyMissingAsync(_site, count => first += count, CancellationToken.None);
        await new VisitCopy(Database.Visits, Other).CopyMissingAsync(_site, count => second += count, CancellationToken.None);

        Assert.Equal((12_000, 12_000), (first, second));
    }

    // Most of them within a day, the last two years apart.
    private Visit[] Visits(int count) =>
    [
        .. Enumerable.Range(0, count - 2).Select(i => SampleVisit.Of(_site, SampleVisit.Time + i) with { SessionId = i % 7 == 0 ? long.MinValue + i : i, Path = $"/{i % 100}" }),
        SampleVisit.Of(_site, 1_000_000_000_000),
        SampleVisit.Of(_site, SampleVisit.Time + 100_000_000_000),
    ];

    private async Task AppendAsync(Visit[] visits)
    {
        foreach (var month in visits.GroupBy(visit => visit.OccurredAt / 1_000_000_000))
        {
            await Database.Visits.AppendAsync([.. month], CancellationToken.None);
        }
    }

    private Task<long> CopyAsync(IVisitStore from, IVisitStore to) => new VisitCopy(from, to).CopyMissingAsync(_site, _ => { }, CancellationToken.None);

    private async Task<List<Visit>> ReadAsync(IVisitStore store)
    {
        var visits = await store.QueryAsync((all, token) => all.Where(visit => visit.SiteId == _site).ToListAsync(token), CancellationToken.None);
        return [.. visits.OrderBy(visit => visit.Id)];
    }
}

public sealed class SqliteVisitCopyTests(SqliteDatabase database) : VisitCopyTests(database), IClassFixture<SqliteDatabase>;

public sealed class DuckDbVisitCopyTests(DuckDbDatabase database) : VisitCopyTests(database), IClassFixture<DuckDbDatabase>;

public sealed class ClickHouseVisitCopyTests(ClickHouseDatabase database) : VisitCopyTests(database), IClassFixture<ClickHouseDatabase>;

public sealed class SqlServerVisitCopyTests(SqlServerDatabase database) : VisitCopyTests(database), IClassFixture<SqlServerDatabase>;
