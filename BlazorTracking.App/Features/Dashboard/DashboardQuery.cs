using System.Text;
using BlazorTracking.Features.Dashboard.Figures;
using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard;

/// <summary>
/// What a dashboard shows, as its URL says it: range, filters, the metric that is drawn, in which intervals, what it is
/// compared with, and which lists the panels show. The one place that reads and writes these parameters, so that every view
/// can be linked.
/// </summary>
/// <param name="Range">Which days.</param>
/// <param name="Filters">Which visits of them.</param>
/// <param name="Metric">What is drawn.</param>
/// <param name="Comparison">What it is compared with.</param>
/// <param name="Interval">What a point of the chart stands for; null for what the range's length suggests.</param>
public sealed record DashboardQuery(RangeChoice Range, IReadOnlyList<VisitFilter> Filters, Metric Metric, Comparison Comparison, Interval? Interval)
{
    public const string FilterParameter = "filter";
    public const string MetricParameter = "metric";
    public const string IntervalParameter = "interval";
    public const string DetailsParameter = "details";

    /// <summary>A filter has so many values at most.</summary>
    public const int MostValues = 50;

    private const int MostFilters = 20;

    private static readonly Dictionary<string, Dimension> _dimensions =
        Enum.GetValues<Dimension>().ToDictionary(Name, StringComparer.Ordinal);

    private static readonly Dictionary<string, FilterOperator> _operators = new(StringComparer.Ordinal)
    {
        ["is"] = FilterOperator.Is,
        ["not"] = FilterOperator.IsNot,
        ["has"] = FilterOperator.Contains,
        ["hasnot"] = FilterOperator.DoesNotContain,
        ["like"] = FilterOperator.Matches,
    };

    private static readonly Dictionary<string, Interval> _intervals =
        Enum.GetValues<Interval>().ToDictionary(interval => interval.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Of what a dialog shows all values; null while none is open.</summary>
    public Dimension? Details { get; init; }

    /// <summary>Which lists of the panels were chosen.</summary>
    public PanelChoice Lists { get; init; } = PanelChoice.None;

    public static DashboardQuery Default { get; } = new(RangeChoice.Default, [], Metric.Visitors, Comparison.Previous, Interval: null);

    /// <summary>Reads the parameters. What cannot be read is left out.</summary>
    public static DashboardQuery Parse(RangeChoice range, IEnumerable<string?> filters, string? metric, string? compare, string? interval) => new(
        range,
        ParseFilters(filters),
        Metric.Find(metric),
        Comparison.Parse(compare),
        _intervals.TryGetValue(interval ?? "", out var known) ? known : null);

    /// <summary>The filters as text, to be kept.</summary>
    public string FiltersText => string.Join('&', Filters.Select(filter => Uri.EscapeDataString(Write(filter))));

    /// <summary>The same view under filters that were kept as <see cref="FiltersText"/>. What cannot be read is left out.</summary>
    public DashboardQuery WithFilters(string text) => With(ParseFilters(text.Split('&').Select(Uri.UnescapeDataString))) with { Details = null };

    /// <summary>The given page with these parameters; defaults are not written.</summary>
    public string Url(string page)
    {
        var parameters = new List<string>();
        if (Range != RangeChoice.Default)
        {
            Add(RangeChoice.RangeParameter, Range.Text);
            Add(RangeChoice.FromParameter, Range.FromText);
            Add(RangeChoice.ToParameter, Range.ToText);
        }

        foreach (var filter in Filters)
        {
            Add(FilterParameter, Write(filter));
        }

        Add(MetricParameter, Metric == Metric.Visitors ? null : Metric.Key);
        Add(Comparison.Parameter, Comparison.Text);
        Add(IntervalParameter, Interval?.ToString().ToLowerInvariant());
        foreach (var list in Lists.Texts(Filters))
        {
            Add(PanelChoice.Parameter, list);
        }

        Add(DetailsParameter, Details is { } dimension ? Name(dimension) : null);
        return parameters.Count == 0 ? page : $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{string.Join('&', parameters)}";

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parameters.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    /// <summary>Filtered by the value too, or no longer, if it was the one that was asked for.</summary>
    public DashboardQuery Toggle(Dimension dimension, string value)
    {
        var filter = VisitFilter.Is(dimension, value);
        return With(Filters.Contains(filter)
            ? [.. Filters.Where(other => !other.Equals(filter))]
            : [.. Filters.Where(other => other.Dimension != dimension || other.Operator != FilterOperator.Is), filter]) with
        { Details = null };
    }

    /// <summary>Filtered by this too, or no longer, if it was asked for.</summary>
    public DashboardQuery Toggle(VisitFilter filter) =>
        Filters.Contains(filter) ? Without(filter) : With([.. Filters, filter]);

    public DashboardQuery Without(VisitFilter filter) => With([.. Filters.Where(other => !other.Equals(filter))]);

    /// <summary>Filtered by the new one in the place of the old one, or too where there is no old one.</summary>
    public DashboardQuery Replace(VisitFilter? old, VisitFilter filter) =>
        With([.. (Filters.Any(other => other.Equals(old)) ? Filters.Select(other => other.Equals(old) ? filter : other) : Filters.Append(filter)).Distinct()]);

    /// <summary>With this list in its panel.</summary>
    public DashboardQuery Choose(PanelList list) => this with { Lists = Lists.With(list) };

    /// <summary>The list that the panel shows.</summary>
    public PanelList ListOf(PanelDefinition panel) => Lists.Shown(panel, Filters);

    /// <summary>As who sees this of the site may ask: without filters by, and lists and details of, what is not shown to them.</summary>
    public DashboardQuery PermittedBy(SiteView view) => this with
    {
        Filters = view.Permitted(Filters),
        Lists = Lists.PermittedBy(view),
        Details = Details is { } details && view.Shows(details) ? details : null,
    };

    public bool IsFilteredBy(Dimension dimension, string value) => Filters.Contains(VisitFilter.Is(dimension, value));

    /// <summary>The dimension that URLs call so; null where there is none.</summary>
    public static Dimension? FindDimension(string? name) => name is not null && _dimensions.TryGetValue(name, out var dimension) ? dimension : null;

    /// <summary>What the dimension is called in URLs.</summary>
    public static string Name(Dimension dimension)
    {
        var name = dimension.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    public bool Equals(DashboardQuery? other) =>
        other is not null && Range == other.Range && Metric == other.Metric && Comparison == other.Comparison && Interval == other.Interval && Details == other.Details && Lists == other.Lists && Filters.SequenceEqual(other.Filters);

    public override int GetHashCode() => HashCode.Combine(Range, Metric, Comparison, Interval, Details, Lists, Filters.Count);

    private DashboardQuery With(IReadOnlyList<VisitFilter> filters) => this with { Filters = filters, Lists = Lists.Follow(Filters, filters) };

    // "country:is:DE,FR". A comma or backslash that belongs to a value has a backslash before it.
    private static string Write(VisitFilter filter)
    {
        var comparison = _operators.First(entry => entry.Value == filter.Operator).Key;
        var values = filter.Values.Select(value => value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal));
        return $"{Name(filter.Dimension)}:{comparison}:{string.Join(',', values)}";
    }

    private static IReadOnlyList<VisitFilter> ParseFilters(IEnumerable<string?> filters) =>
        [.. filters.Select(ParseFilter).OfType<VisitFilter>().Distinct().Take(MostFilters)];

    private static VisitFilter? ParseFilter(string? text) =>
        text?.Split(':', 3) is [var name, var comparison, var values]
        && _dimensions.TryGetValue(name, out var dimension)
        && _operators.TryGetValue(comparison, out var filterOperator)
        && ParseValues(values) is var parsed && (filterOperator != FilterOperator.Matches || (dimension != Dimension.Property && parsed.TrueForAll(TextPattern.IsValid)))
            ? new VisitFilter(dimension, filterOperator, parsed)
            : null;

    private static List<string> ParseValues(string text)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == ',')
            {
                values.Add(value.ToString());
                value.Clear();
                continue;
            }

            if (text[index] == '\\' && index + 1 < text.Length)
            {
                index++;
            }

            value.Append(text[index]);
        }

        values.Add(value.ToString());
        return values.Count > MostValues ? values[..MostValues] : values;
    }
}
