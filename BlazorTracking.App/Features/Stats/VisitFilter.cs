namespace BlazorTracking.Features.Stats;

/// <summary>How a filter compares. Every comparison is ordinal: case counts.</summary>
public enum FilterOperator
{
    /// <summary>Equal to one of the values.</summary>
    Is,

    /// <summary>Equal to none of the values.</summary>
    IsNot,

    /// <summary>Contains one of the values.</summary>
    Contains,

    /// <summary>Contains none of the values.</summary>
    DoesNotContain,

    /// <summary>Is as one of the values says, in which <c>*</c> stands for any characters.</summary>
    Matches,
}

/// <summary>A condition on one dimension. An empty value stands for visits of which the dimension is not known.</summary>
/// <param name="Dimension">What is compared.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Values">With what; at least one.</param>
public sealed record VisitFilter(Dimension Dimension, FilterOperator Operator, IReadOnlyList<string> Values)
{
    public static VisitFilter Is(Dimension dimension, params IReadOnlyList<string> values) => new(dimension, FilterOperator.Is, values);

    public bool Equals(VisitFilter? other) =>
        other is not null && Dimension == other.Dimension && Operator == other.Operator && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Dimension, Operator, Values.Count, Values.Count > 0 ? Values[0] : "");
}
