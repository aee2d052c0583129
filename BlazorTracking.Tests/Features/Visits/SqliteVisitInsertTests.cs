using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using LinqToDB;
using LinqToDB.Async;

namespace BlazorTracking.Tests.Features.Visits;

public sealed class SqliteVisitInsertTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    private readonly int _siteId = database.NextSiteId();

    [Fact]
    public async Task Each_row_has_its_own_values_whatever_the_row_before_had()
    {
        var full = SampleVisit.Of(_siteId) with { Path = "/ünïcödé/😀", UtmCampaign = "spring", Latitude = -0.5, Properties = """{"plan":"pro"}""" };
        var bare = SampleVisit.Of(_siteId, SampleVisit.Time + 1) with { Path = "/", Latitude = null, Longitude = null, Country = "" };
        Visit[] visits = [full, bare, full with { Id = Guid.NewGuid(), OccurredAt = SampleVisit.Time + 2 }, bare with { Id = Guid.NewGuid(), OccurredAt = SampleVisit.Time + 3 }];

        await database.Visits.AppendAsync(visits, CancellationToken.None);

        Assert.Equal(visits, await ReadAsync(stored => stored.OrderBy(visit => visit.OccurredAt)));
    }

    [Fact]
    public async Task A_refused_row_leaves_nothing_bound_for_the_next()
    {
        var first = SampleVisit.Of(_siteId);
        await database.Visits.AppendAsync([first], CancellationToken.None);
        await Assert.ThrowsAsync<DuplicateVisitException>(() => database.Visits.AppendAsync([first with { Path = "/twice" }], CancellationToken.None));

        var next = SampleVisit.Of(_siteId, SampleVisit.Time + 1) with { Path = "/next" };
        await database.Visits.AppendAsync([next], CancellationToken.None);

        Assert.Equal([first, next], await ReadAsync(stored => stored.OrderBy(visit => visit.OccurredAt)));
    }

    [Fact]
    public async Task Ids_that_were_made_later_stand_later_in_the_index()
    {
        var start = DateTimeOffset.FromUnixTimeMilliseconds(SampleVisit.Time);
        var visits = Enumerable.Range(0, 300)
            .Select(i => SampleVisit.Of(_siteId, SampleVisit.Time + (i * 777)) with { Id = Guid.CreateVersion7(start.AddMilliseconds(i * 777)) })
            .ToList();

        await database.Visits.AppendAsync(visits, CancellationToken.None);

        Assert.Equal(visits, await ReadAsync(stored => stored.OrderBy(visit => visit.Id)));
    }

    private Task<List<Visit>> ReadAsync(Func<IQueryable<Visit>, IQueryable<Visit>> order) => database.Visits.QueryAsync(
        (visits, token) => order(visits.Where(visit => visit.SiteId == _siteId)).ToListAsync(token),
        CancellationToken.None);
}
