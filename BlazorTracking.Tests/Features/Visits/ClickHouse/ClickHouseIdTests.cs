using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Visits.ClickHouse;

/// <summary>What only this engine could get wrong; what every engine must do is in <see cref="VisitStoreTests"/>.</summary>
public sealed class ClickHouseIdTests(ClickHouseDatabase database) : DatabaseTests(database), IClassFixture<ClickHouseDatabase>
{
    private static readonly DateTimeOffset _now = new(2026, 11, 30, 23, 30, 0, TimeSpan.Zero);

    [SkippableTheory]
    [InlineData("")]
    [InlineData("order-4711")]
    [InlineData("zzzzzzzz-abc")]
    public async Task A_visit_is_found_however_its_id_was_made(string beaconId)
    {
        var visit = SampleVisit.Of(Database.NextSiteId(), _now.ToUnixTimeMilliseconds());
        visit = visit with { Id = VisitId.Of(visit.SiteId, beaconId, _now) };
        await Database.Visits.AppendAsync([visit], default);

        Assert.Equal([visit.Id], await Database.Visits.FindAsync([Guid.NewGuid(), visit.Id, VisitId.Of(visit.SiteId, "another", _now)], default));
        await Assert.ThrowsAsync<DuplicateVisitException>(() => Database.Visits.AppendAsync([visit with { OccurredAt = visit.OccurredAt + 3_600_000 }], default));
    }

    [SkippableFact]
    public async Task A_batch_over_the_end_of_a_month_is_stored_whole()
    {
        var siteId = Database.NextSiteId();
        Visit[] visits = [SampleVisit.Of(siteId, _now.ToUnixTimeMilliseconds()), SampleVisit.Of(siteId, _now.AddHours(1).ToUnixTimeMilliseconds())];

        await Database.Visits.AppendAsync(visits, default);

        Assert.Equal(2, (await Database.Visits.FindAsync([.. visits.Select(visit => visit.Id)], default)).Count);
    }
}
