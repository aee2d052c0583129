using BlazorTracking.Features.Visits;
using BlazorTracking.Features.Visits.DuckDb;
using BlazorTracking.Tests.Builders;

namespace BlazorTracking.Tests.Features.Visits.DuckDb;

public sealed class VisitIdFilterTests
{
    private const int Many = 200_000;
    private static readonly long _day = (long)TimeSpan.FromDays(1).TotalMilliseconds;

    private readonly VisitIdFilter _filter = new(SampleVisit.Time);

    [Fact]
    public void Every_id_that_was_added_may_be_held_and_almost_no_other()
    {
        var added = Enumerable.Range(0, Many).Select(i => Add(SampleVisit.Time + i)).ToList();

        Assert.All(added, id => Assert.True(_filter.MayHold(id)));
        var others = Enumerable.Range(0, Many).Select(i => NewId(SampleVisit.Time + VisitIdTime.Tolerance + i));
        Assert.InRange(others.Count(_filter.MayHold), 0, Many / 500);
    }

    [Fact]
    public void An_id_whose_visit_may_be_older_than_the_filter_may_be_held()
    {
        Assert.True(_filter.MayHold(NewId(SampleVisit.Time + VisitIdTime.Tolerance - 1)));
        Assert.False(_filter.MayHold(NewId(SampleVisit.Time + VisitIdTime.Tolerance)));
    }

    [Fact]
    public void What_is_given_up_may_be_held_for_all_that_is_known_and_the_rest_is_still_known()
    {
        var old = Enumerable.Range(0, Many).Select(_ => Add(SampleVisit.Time)).ToList();
        var late = SampleVisit.Time + (20 * _day);
        var young = Enumerable.Range(0, Many).Select(_ => Add(late)).ToList();

        _filter.ForgetBefore(late - (5 * _day));

        Assert.InRange(_filter.Since, SampleVisit.Time + 1, late - (5 * _day));
        Assert.All(old.Concat(young), id => Assert.True(_filter.MayHold(id)));
        Assert.False(_filter.MayHold(NewId(late)));
    }

    [Fact]
    public void What_is_found_by_no_time_is_never_given_up()
    {
        var id = Guid.Parse("ffffffff-0000-4000-8000-000000000001");
        _filter.Add(id, SampleVisit.Time, hasTime: false);
        for (var i = 0; i < Many; i++)
        {
            Add(SampleVisit.Time);
        }

        _filter.ForgetBefore(SampleVisit.Time + (365 * _day));

        Assert.True(_filter.MayHold(id));
        Assert.False(_filter.MayHold(Guid.Parse("ffffffff-0000-4000-8000-000000000002")));
    }

    [Fact]
    public void A_filter_that_gave_up_everything_goes_on()
    {
        for (var i = 0; i < 1 << 15; i++)
        {
            Add(SampleVisit.Time);
        }

        _filter.ForgetBefore(SampleVisit.Time + 1);

        Assert.Equal(SampleVisit.Time + 1, _filter.Since);
        Assert.True(_filter.MayHold(Add(SampleVisit.Time + (10 * _day))));
    }

    private static Guid NewId(long time) => Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(time));

    private Guid Add(long occurredAt)
    {
        var id = NewId(occurredAt);
        _filter.Add(id, occurredAt, hasTime: true);
        return id;
    }
}
