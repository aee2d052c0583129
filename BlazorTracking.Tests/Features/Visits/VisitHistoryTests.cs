using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Visits;

public abstract class VisitHistoryTests : DatabaseTests
{
    private const long Hour = 3_600_000;
    private readonly int _site;

    protected VisitHistoryTests(TestDatabase database)
        : base(database) => _site = database.NextSiteId();

    [SkippableFact]
    public async Task Every_visit_comes_once_and_in_order_whatever_the_density()
    {
        // A burst of one instant larger than a page, a dense hour, and years of silence between lone visits.
        long[] times =
        [
            .. Enumerable.Repeat(SampleVisit.Time, 12_000),
            .. Enumerable.Range(1, 15_000).Select(i => SampleVisit.Time + (i / 3)),
            .. Enumerable.Range(1, 20).Select(i => SampleVisit.Time + (i * 2000 * Hour)),
        ];
        Visit[] visits = [.. times.Select(time => SampleVisit.Of(_site, time))];
        await Database.Visits.AppendAsync([.. visits.Reverse(), SampleVisit.Of(Database.NextSiteId())], CancellationToken.None);

        var read = await ReadAsync(long.MinValue, long.MaxValue);

        Assert.Equal(visits.OrderBy(visit => visit.OccurredAt).ThenBy(visit => visit.Id), read);
    }

    [SkippableFact]
    public async Task Only_what_lies_in_the_stretch_comes()
    {
        await Database.Visits.AppendAsync([.. Enumerable.Range(0, 5).Select(i => SampleVisit.Of(_site, i * Hour))], CancellationToken.None);

        Assert.Equal([Hour, 2 * Hour], (await ReadAsync(Hour, 3 * Hour)).Select(visit => visit.OccurredAt));
    }

    [SkippableFact]
    public async Task Of_one_instant_the_opening_of_a_session_comes_first()
    {
        await Database.Visits.AppendAsync([.. Enumerable.Range(0, 20).Select(i => SampleVisit.Of(_site) with { NewSession = i == 13 ? 1 : 0 })], CancellationToken.None);

        Assert.Equal(1, (await ReadAsync(0, long.MaxValue))[0].NewSession);
    }

    private async Task<List<Visit>> ReadAsync(long from, long to)
    {
        var visits = new List<Visit>();
        await foreach (var page in Database.Visits.ReadInOrderAsync(_site, from, to, CancellationToken.None))
        {
            visits.AddRange(page);
        }

        return visits;
    }
}

public sealed class SqliteVisitHistoryTests(SqliteDatabase database) : VisitHistoryTests(database), IClassFixture<SqliteDatabase>;

public sealed class SqlServerVisitHistoryTests(SqlServerDatabase database) : VisitHistoryTests(database), IClassFixture<SqlServerDatabase>;
