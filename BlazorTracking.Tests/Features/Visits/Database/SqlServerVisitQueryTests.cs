using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Infrastructure;
using LinqToDB;
using LinqToDB.Async;

namespace BlazorTracking.Tests.Features.Visits.Database;

/// <summary>The T-SQL that the visit store sends, without a server.</summary>
public sealed class SqlServerVisitQueryTests : IDisposable
{
    private readonly RecordedSqlServer _server = new();

    [Fact]
    public async Task A_read_of_whole_visits_is_valid() =>
        AssertValid(await Sent((visits, ct) => visits.Where(v => v.SiteId == 1 && v.Path.StartsWith("/a")).OrderByDescending(v => v.OccurredAt).Take(50).ToListAsync(ct)));

    [Fact]
    public async Task A_page_of_groups_with_distinct_counts_is_valid() =>
        AssertValid(await Sent((visits, ct) => visits
            .GroupBy(v => new { v.Browser, v.BrowserVersion })
            .Select(g => new { g.Key, Sessions = g.CountExt(v => v.SessionId, Sql.AggregateModifier.Distinct), Time = g.Sum(v => v.DurationMs) })
            .OrderByDescending(g => g.Sessions).ThenBy(g => g.Key.Browser)
            .Skip(10).Take(10)
            .ToListAsync(ct)));

    [Fact]
    public async Task The_deletion_of_a_site_is_valid_and_takes_a_step_at_a_time()
    {
        await _server.Store.DeleteSiteAsync(1, CancellationToken.None);

        var delete = Assert.Single(_server.Commands);
        AssertValid(delete);
        Assert.Contains("TOP", delete, StringComparison.Ordinal);
    }

    public void Dispose() => _server.Dispose();

    private static void AssertValid(string command) => TSql.AssertParses(command);

    private async Task<string> Sent<T>(Func<IQueryable<Visit>, CancellationToken, Task<T>> query)
    {
        await _server.Store.QueryAsync(query, CancellationToken.None);
        return Assert.Single(_server.Commands);
    }
}
