using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Details;

/// <summary>Which of a dimension's values are shown in which order: a search, a column, a page.</summary>
/// <param name="Search">As typed.</param>
/// <param name="SortBy">The column.</param>
/// <param name="Descending">The largest first.</param>
/// <param name="Page">From 1.</param>
public sealed record DetailsView(string Search = "", DetailsColumn SortBy = DetailsColumn.Count, bool Descending = true, int Page = 1)
{
    public const string SearchParameter = "q";
    public const string SortParameter = "sort";
    public const string OrderParameter = "order";
    public const int PageSize = 50;
    public const int SearchMaxLength = 200;

    private const string Ascending = "asc";

    private static readonly Dictionary<string, DetailsColumn> _columns = new(StringComparer.Ordinal)
    {
        ["name"] = DetailsColumn.Value,
        ["count"] = DetailsColumn.Count,
        ["bounces"] = DetailsColumn.BounceRate,
        ["time"] = DetailsColumn.VisitTime,
    };

    public static DetailsView Default { get; } = new();

    /// <summary>Reads the parameters. What cannot be read is the largest count first.</summary>
    public static DetailsView Parse(string? search, string? sort, string? order) => new(
        search is { Length: > SearchMaxLength } ? search[..SearchMaxLength] : search ?? "",
        _columns.GetValueOrDefault(sort ?? "", DetailsColumn.Count),
        order != Ascending);

    /// <summary>The given URL with these parameters; defaults and the page are not written.</summary>
    public string Url(string url)
    {
        Add(SearchParameter, Search.Trim() is { Length: > 0 } search ? search : null);
        Add(SortParameter, SortBy == DetailsColumn.Count ? null : _columns.First(entry => entry.Value == SortBy).Key);
        Add(OrderParameter, Descending ? null : Ascending);
        return url;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                url += $"{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";
            }
        }
    }

    /// <summary>Ordered by the column; the other way round if it was already.</summary>
    public DetailsView Sort(DetailsColumn column) => this with
    {
        SortBy = column,
        Descending = SortBy == column ? !Descending : column != DetailsColumn.Value,
        Page = 1,
    };

    /// <summary>The values of this page.</summary>
    public DetailsQuery At(StatsQuery query, Dimension dimension) => new(
        query, dimension, Search.Trim(), dimension.Called(Search.Trim()), SortBy, Descending, (Page - 1) * PageSize, PageSize);
}
