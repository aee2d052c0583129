using System.Globalization;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Log;

/// <summary>What the visit log shows, as its URL says it: range and filters of the dashboard, a search, an order and a page.</summary>
public sealed record LogView(DashboardQuery Query, string Search, LogColumn SortBy, bool Descending, int Page)
{
    public const string SearchParameter = "q";
    public const string SortParameter = "sort";
    public const string OrderParameter = "order";
    public const string PageParameter = "page";
    public const int PageSize = 50;

    private const string Ascending = "asc";
    private const int SearchMaxLength = 200;
    private const int LastPage = 1_000_000;

    private static readonly Dictionary<string, LogColumn> _columns =
        Enum.GetValues<LogColumn>().ToDictionary(Name, StringComparer.Ordinal);

    public static LogView Default { get; } = Parse(DashboardQuery.Default, null, null, null, null);

    /// <summary>New visits appear at the top of this view.</summary>
    public bool IsLive => Page == 1 && SortBy == LogColumn.OccurredAt && Descending;

    /// <summary>The same visits, the newest of them on top.</summary>
    public LogView Newest => this with { SortBy = LogColumn.OccurredAt, Descending = true, Page = 1 };

    /// <summary>Reads the parameters. What cannot be read is the newest visits first.</summary>
    public static LogView Parse(DashboardQuery query, string? search, string? sort, string? order, int? page) => new(
        query,
        search is { Length: > SearchMaxLength } ? search[..SearchMaxLength] : search ?? "",
        _columns.GetValueOrDefault(sort ?? "", LogColumn.OccurredAt),
        order != Ascending,
        Math.Clamp(page ?? 1, 1, LastPage));

    /// <summary>The given log with these parameters; defaults are not written.</summary>
    public string Url(string log)
    {
        var url = Query.Url(log);
        Add(SearchParameter, Search.Length > 0 ? Search : null);
        Add(SortParameter, SortBy == LogColumn.OccurredAt ? null : Name(SortBy));
        Add(OrderParameter, Descending ? null : Ascending);
        Add(PageParameter, Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture));
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
    public LogView Sort(LogColumn column) => this with
    {
        SortBy = column,
        Descending = SortBy == column ? !Descending : column == LogColumn.OccurredAt,
        Page = 1,
    };

    /// <summary>The visits of this page.</summary>
    public LogQuery At(StatsQuery query) => new(query, Search.Trim(), SortBy, Descending, (Page - 1) * PageSize, PageSize);

    private static string Name(LogColumn column)
    {
        var name = column.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
