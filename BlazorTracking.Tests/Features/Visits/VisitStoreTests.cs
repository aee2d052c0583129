using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using LinqToDB;
using LinqToDB.Async;

namespace BlazorTracking.Tests.Features.Visits;

/// <summary>What every engine that holds visits must do.</summary>
public abstract class VisitStoreTests : DatabaseTests
{
    private readonly int _site;

    protected VisitStoreTests(TestDatabase database)
        : base(database) => _site = database.NextSiteId();

    private IVisitStore Store => Database.Visits;

    [SkippableFact]
    public async Task An_appended_visit_comes_back_with_every_field_as_it_was()
    {
        var visit = EveryTextIs("text") with { SiteId = _site, Trust = (VisitTrust)1, DurationMs = 3_000_000_000, VisitorId = long.MinValue, SessionId = long.MaxValue, Bounce = -1 };

        await Append(visit);

        Assert.Equal(visit, Assert.Single(await Read()));
    }

    [SkippableFact]
    public async Task A_visit_without_coordinates_has_none_when_it_comes_back()
    {
        await Append(SampleVisit.Of(_site) with { Latitude = null, Longitude = null });

        var stored = Assert.Single(await Read());
        Assert.Null(stored.Latitude);
        Assert.Null(stored.Longitude);
    }

    [SkippableTheory]
    [MemberData(nameof(NaughtyTexts))]
    public async Task Whatever_a_visitor_writes_is_stored_verbatim(string text)
    {
        var visit = EveryTextIs(text) with { SiteId = _site };

        await Append(visit);

        Assert.Equal(visit, Assert.Single(await Read()));
    }

    [SkippableFact]
    public async Task An_empty_batch_is_nothing()
    {
        await Append();

        Assert.Empty(await Read());
    }

    [SkippableFact]
    public async Task A_visit_that_is_stored_already_refuses_its_whole_batch()
    {
        var stored = SampleVisit.Of(_site);
        await Append(stored);

        await Assert.ThrowsAsync<DuplicateVisitException>(() => Append(SampleVisit.Of(_site), stored, SampleVisit.Of(_site)));

        Assert.Equal(stored.Id, Assert.Single(await Read()).Id);
    }

    [SkippableFact]
    public async Task A_batch_that_holds_a_visit_twice_is_refused()
    {
        var visit = SampleVisit.Of(_site);

        await Assert.ThrowsAsync<DuplicateVisitException>(() => Append(visit, visit));

        Assert.Empty(await Read());
    }

    [SkippableFact]
    public async Task A_visit_that_cannot_be_stored_refuses_its_whole_batch_and_is_not_called_a_duplicate()
    {
        var failure = await Record.ExceptionAsync(() => Append(SampleVisit.Of(_site), SampleVisit.Of(_site) with { Path = null! }));

        Assert.NotNull(failure);
        Assert.IsNotType<DuplicateVisitException>(failure);
        Assert.Empty(await Read());
    }

    [SkippableFact]
    public async Task The_store_goes_on_after_a_refused_batch()
    {
        var visit = SampleVisit.Of(_site);
        await Assert.ThrowsAsync<DuplicateVisitException>(() => Append(visit, visit));

        await Append(visit);

        Assert.Single(await Read());
    }

    [SkippableFact]
    public async Task A_batch_of_thousands_is_stored_whole()
    {
        await Store.AppendAsync([.. Enumerable.Range(0, 3000).Select(i => SampleVisit.Of(_site, SampleVisit.Time + i))], CancellationToken.None);

        Assert.Equal(3000, await Query((visits, ct) => visits.CountAsync(ct)));
    }

    [SkippableFact]
    public async Task Find_tells_the_stored_ids_from_the_others()
    {
        var stored = Enumerable.Range(0, 1500).Select(_ => SampleVisit.Of(_site)).ToArray();
        await Append(stored);

        var found = await Store.FindAsync([.. stored.Select(visit => visit.Id), Guid.NewGuid(), Guid.Empty], CancellationToken.None);

        Assert.Equal(stored.Select(visit => visit.Id).Order(), found.Order());
    }

    [SkippableFact]
    public async Task Find_without_ids_finds_nothing() =>
        Assert.Empty(await Store.FindAsync([], CancellationToken.None));

    [SkippableFact]
    public async Task A_query_adds_up_what_the_visits_contribute()
    {
        await Append(
            SampleVisit.Of(_site) with { DurationMs = 2_000_000_000 },
            SampleVisit.Of(_site) with { NewVisitor = 0, NewSession = 0, Bounce = -1, DurationMs = 2_000_000_000 });

        var sums = await Query((visits, ct) => visits
            .GroupBy(_ => 1)
            .Select(all => new { Visitors = all.Sum(v => v.NewVisitor), Bounces = all.Sum(v => v.Bounce), Time = all.Sum(v => v.DurationMs), Count = all.Count() })
            .SingleAsync(ct));

        Assert.Equal(new { Visitors = 1, Bounces = 0, Time = 4_000_000_000L, Count = 2 }, sums);
    }

    [SkippableFact]
    public async Task A_query_groups_counts_distinct_orders_and_takes_a_page()
    {
        await Append(
            SampleVisit.Of(_site) with { Path = "/a", SessionId = 1 },
            SampleVisit.Of(_site) with { Path = "/a", SessionId = 1 },
            SampleVisit.Of(_site) with { Path = "/a", SessionId = 2 },
            SampleVisit.Of(_site) with { Path = "/b", SessionId = 3 },
            SampleVisit.Of(_site) with { Path = "/c", SessionId = 4 });

        var page = await Query((visits, ct) => visits
            .GroupBy(v => v.Path)
            .Select(path => new { Path = path.Key, Sessions = path.CountExt(v => v.SessionId, Sql.AggregateModifier.Distinct) })
            .OrderByDescending(path => path.Sessions).ThenBy(path => path.Path)
            .Skip(1).Take(1)
            .ToListAsync(ct));

        Assert.Equal([new { Path = "/b", Sessions = 1 }], page);
    }

    [SkippableFact]
    public async Task Texts_that_differ_only_in_case_or_accent_are_two()
    {
        await Append(SampleVisit.Of(_site) with { Path = "/Über" }, SampleVisit.Of(_site) with { Path = "/über" }, SampleVisit.Of(_site) with { Path = "/uber" });

        Assert.Equal(3, await Query((visits, ct) => visits.GroupBy(v => v.Path).Select(path => path.Key).CountAsync(ct)));
        Assert.Equal(1, await Query((visits, ct) => visits.CountAsync(v => v.Path == "/über", ct)));
    }

    [SkippableFact]
    public async Task A_deleted_site_loses_all_its_visits_and_no_other_sites()
    {
        var other = Database.NextSiteId();
        await Store.AppendAsync([.. Enumerable.Range(0, 12_000).Select(i => SampleVisit.Of(_site, i)), SampleVisit.Of(other)], CancellationToken.None);

        await Store.DeleteSiteAsync(_site, CancellationToken.None);

        Assert.Empty(await Read());
        Assert.Equal(1, await Store.QueryAsync((visits, ct) => visits.CountAsync(v => v.SiteId == other, ct), CancellationToken.None));
    }

    [SkippableFact]
    public async Task Visits_before_an_instant_are_deleted_and_no_others()
    {
        var other = Database.NextSiteId();
        await Store.AppendAsync([.. Enumerable.Range(0, 12_000).Select(i => SampleVisit.Of(_site, i)), SampleVisit.Of(other, 1)], CancellationToken.None);

        await Store.DeleteAsync(_site, visit => visit.OccurredAt < 11_999, CancellationToken.None);

        Assert.Equal(11_999, Assert.Single(await Read()).OccurredAt);
        Assert.Equal(1, await Store.QueryAsync((visits, ct) => visits.CountAsync(v => v.SiteId == other, ct), CancellationToken.None));
    }

    [SkippableFact]
    public async Task Visits_are_deleted_by_their_ids_at_their_own_site_only()
    {
        var visits = Enumerable.Range(0, IVisitStore.IdsPerDeletion + 1).Select(i => SampleVisit.Of(_site, i)).ToArray();
        var others = SampleVisit.Of(Database.NextSiteId());
        await Append([.. visits, others]);

        Guid[] ids = [others.Id, .. visits.Skip(2).Select(visit => visit.Id)];
        await Store.DeleteAsync(_site, visit => ids.Contains(visit.Id), CancellationToken.None);

        Assert.Equal([0, 1], (await Read()).Select(visit => visit.OccurredAt).Order());
        Assert.Contains(others.Id, await Store.FindAsync([others.Id], CancellationToken.None));
    }

    [SkippableFact]
    public async Task Visits_are_appended_while_a_site_is_deleted_and_read()
    {
        var other = Database.NextSiteId();
        await Store.AppendAsync([.. Enumerable.Range(0, 12_000).Select(i => SampleVisit.Of(_site, i))], CancellationToken.None);

        var deletion = Task.Run(() => Store.DeleteSiteAsync(_site, CancellationToken.None));
        var reading = Task.Run(() => Query((visits, ct) => visits.SumAsync(v => v.DurationMs, ct)));
        for (var i = 0; i < 20; i++)
        {
            await Store.AppendAsync([SampleVisit.Of(other, i)], CancellationToken.None);
        }

        await Task.WhenAll(deletion, reading);
        Assert.Empty(await Read());
        Assert.Equal(20, await Store.QueryAsync((visits, ct) => visits.CountAsync(v => v.SiteId == other, ct), CancellationToken.None));
    }

    public static TheoryData<string> NaughtyTexts =>
    [
        "'; DROP TABLE Visits; --",
        "%_[]^*?\\\"`$@p0 {0} :1",
        "<img src=x onerror=alert(1)>",
        "NULL",
        " spaces before and behind ",
        "Ω≈ç√∫˜µ 田中さん Ⱥ ﷽",
        "👩‍👩‍👧‍👦 🇩🇪 👾",
        "\u202Etfel ot thgir\u202C \u200B\uFEFF",
        "Z\u0351\u036B\u0343\u036A\u0302A\u030A\u0064\u0323\u0307",
        "1e309 -0 0x7fffffff",
    ];

    private static Visit EveryTextIs(string text)
    {
        // Coded columns are shorter than the text: what is in them is never the visitor's own.
        return SampleVisit.Of(0) with
        {
            Event = text,
            Hostname = text,
            Path = text,
            Properties = text,
            PreviousPath = text,
            ReferrerHost = text,
            ReferrerPath = text,
            Source = text,
            UtmSource = text,
            UtmMedium = text,
            UtmCampaign = text,
            UtmContent = text,
            UtmTerm = text,
            Region = text,
            City = text,
            Browser = text,
            OperatingSystem = text,
        };
    }

    private Task Append(params Visit[] visits) => Store.AppendAsync(visits, CancellationToken.None);

    private Task<T> Query<T>(Func<IQueryable<Visit>, CancellationToken, Task<T>> query) =>
        Store.QueryAsync((visits, ct) => query(visits.Where(visit => visit.SiteId == _site), ct), CancellationToken.None);

    private Task<List<Visit>> Read() => Query((visits, ct) => visits.ToListAsync(ct));
}

/// <summary>And what one within the program must do, whose calls block the thread they run on.</summary>
public abstract class EmbeddedVisitStoreTests(TestDatabase database) : VisitStoreTests(database)
{
    [Fact]
    public async Task A_query_has_a_thread_for_queries()
    {
        var thread = await Database.Visits.QueryAsync((_, _) => Task.FromResult(Thread.CurrentThread.Name), CancellationToken.None);

        Assert.Equal(QueryThreads.Name, thread);
    }
}

public sealed class SqliteVisitStoreTests(SqliteDatabase database) : EmbeddedVisitStoreTests(database), IClassFixture<SqliteDatabase>;

public sealed class DuckDbVisitStoreTests(DuckDbDatabase database) : EmbeddedVisitStoreTests(database), IClassFixture<DuckDbDatabase>;

public sealed class ClickHouseVisitStoreTests(ClickHouseDatabase database) : VisitStoreTests(database), IClassFixture<ClickHouseDatabase>;

public sealed class SqlServerVisitStoreTests(SqlServerDatabase database) : VisitStoreTests(database), IClassFixture<SqlServerDatabase>;
