using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Filters;

/// <summary>A filter while it is put together: complete with its first value.</summary>
public sealed class FilterDraft
{
    private readonly List<string> _values = [];

    public FilterDraft(VisitFilter? filter)
    {
        (Dimension, Operator) = (filter?.Dimension ?? Dimension.Page, filter?.Operator ?? FilterOperator.Is);
        _values.AddRange(filter?.Values ?? []);
    }

    public Dimension Dimension { get; private set; }

    public FilterOperator Operator { get; private set; }

    public IReadOnlyList<string> Values => _values;

    /// <summary>How it can compare.</summary>
    public IReadOnlyList<FilterOperator> Operators => Dimension is Dimension.Property
        ? [.. FilterText.Operators.Where(comparison => comparison is not FilterOperator.Matches)]
        : FilterText.Operators;

    public bool IsFull => _values.Count >= DashboardQuery.MostValues;

    /// <summary>It looks inside of values: what is typed is meant as typed.</summary>
    public bool IsSearch => Operator is FilterOperator.Contains or FilterOperator.DoesNotContain;

    /// <summary>Null without a value.</summary>
    public VisitFilter? Filter => _values.Count == 0 ? null : new VisitFilter(Dimension, Operator, [.. _values]);

    /// <summary>The values of one dimension are none of another.</summary>
    public void Choose(Dimension dimension)
    {
        if (dimension != Dimension)
        {
            Dimension = dimension;
            Operator = Operators.Contains(Operator) ? Operator : FilterOperator.Is;
            _values.Clear();
        }
    }

    public void Choose(FilterOperator comparison) => Operator = comparison;

    public void Add(string value)
    {
        if (!IsFull && !_values.Contains(value, StringComparer.Ordinal))
        {
            _values.Add(value);
        }
    }

    public void Toggle(string value)
    {
        if (!_values.Remove(value))
        {
            Add(value);
        }
    }
}
