using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Dashboard.Filters;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Tests.Features.Dashboard.Filters;

public sealed class FilterDraftTests
{
    [Fact]
    public void A_draft_without_values_is_no_filter_yet() => Assert.Null(new FilterDraft(null).Filter);

    [Fact]
    public void A_draft_of_a_filter_is_that_filter()
    {
        var filter = new VisitFilter(Dimension.Country, FilterOperator.IsNot, ["DE", ""]);

        Assert.Equal(filter, new FilterDraft(filter).Filter);
    }

    [Fact]
    public void A_value_is_added_once_and_taken_out_by_a_second_toggle()
    {
        var draft = new FilterDraft(null);
        draft.Add("/a");
        draft.Add("/a");
        draft.Toggle("/b");
        Assert.Equal(["/a", "/b"], draft.Values);

        draft.Toggle("/a");

        Assert.Equal(VisitFilter.Is(Dimension.Page, "/b"), draft.Filter);
    }

    [Fact]
    public void Properties_are_not_compared_by_patterns()
    {
        var draft = new FilterDraft(new VisitFilter(Dimension.Page, FilterOperator.Matches, ["/a*"]));
        Assert.Contains(FilterOperator.Matches, draft.Operators);

        draft.Choose(Dimension.Property);

        Assert.DoesNotContain(FilterOperator.Matches, draft.Operators);
        Assert.Equal(FilterOperator.Is, draft.Operator);
    }

    [Fact]
    public void Another_dimension_has_none_of_the_values_and_the_same_one_keeps_them()
    {
        var draft = new FilterDraft(VisitFilter.Is(Dimension.Country, "DE"));
        draft.Choose(Dimension.Country);
        Assert.Equal(["DE"], draft.Values);

        draft.Choose(Dimension.City);

        Assert.Empty(draft.Values);
    }

    [Fact]
    public void It_takes_as_many_values_as_a_URL_may_have()
    {
        var draft = new FilterDraft(null);

        for (var number = 0; number < DashboardQuery.MostValues + 1; number++)
        {
            draft.Add($"/{number}");
        }

        Assert.True(draft.IsFull);
        Assert.Equal(DashboardQuery.MostValues, draft.Values.Count);
    }
}
