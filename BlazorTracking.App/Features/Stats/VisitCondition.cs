using System.Linq.Expressions;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Stats;

public enum ConditionKind
{
    /// <summary>A page view; the text is its path, in which <c>*</c> stands for any characters.</summary>
    Page,

    /// <summary>An event; the text is its name.</summary>
    Event,
}

/// <summary>What a goal or a step of a funnel asks of a visit.</summary>
public sealed record VisitCondition(ConditionKind Kind, string Text)
{
    /// <summary>Whether the visit meets it.</summary>
    public bool Accepts(Visit visit) => Kind == ConditionKind.Page
        ? visit.IsPageView && TextPattern.Accepts(Text, visit.Path)
        : !visit.IsPageView && string.Equals(visit.Event, Text, StringComparison.Ordinal);

    /// <summary>A filter that lets those through who did it.</summary>
    public VisitFilter Filter() => Kind == ConditionKind.Event
        ? VisitFilter.Is(Dimension.Event, Text)
        : new VisitFilter(Dimension.Page, Text.Contains(TextPattern.Any, StringComparison.Ordinal) ? FilterOperator.Matches : FilterOperator.Is, [Text]);

    /// <summary>The same as <see cref="Accepts"/>, for a query.</summary>
    internal Expression<Func<Visit, bool>> Condition()
    {
        var text = Text;
        return Kind == ConditionKind.Page
            ? PageViews.And(Dimension.Page.Value().Then(TextPattern.Condition(text)))
            : visit => visit.Event != Visit.PageLoad && visit.Event == text;
    }

    private static Expression<Func<Visit, bool>> PageViews => visit => visit.Event == Visit.PageLoad;
}
