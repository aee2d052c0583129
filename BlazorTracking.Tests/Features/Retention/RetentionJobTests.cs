using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using LinqToDB.Async;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Retention;

public sealed class RetentionJobTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 31, 10, 0, 0, TimeSpan.Zero));
    private readonly AppFactory _app;

    public RetentionJobTests() => _app = new AppFactory { Clock = _clock, Settings = { ["Visits:RetentionMonths"] = "2" } };

    [Fact]
    public async Task The_program_removes_what_has_become_too_old_within_an_hour()
    {
        var site = await _app.AddSiteAsync();
        var store = _app.Services.GetRequiredService<IVisitStore>();
        await store.AppendAsync([SampleVisit.Of(site.Id), SampleVisit.Of(site.Id, _clock.GetUtcNow().AddYears(10).ToUnixTimeMilliseconds())], CancellationToken.None);

        while (await CountAsync(store, site.Id) > 1)
        {
            // Also the pauses between the steps of a removal are of this clock.
            _clock.Advance(TimeSpan.FromMinutes(10));
            await Task.Yield();
        }

        Assert.Equal(1, await CountAsync(store, site.Id));
    }

    public void Dispose() => _app.Dispose();

    private static Task<int> CountAsync(IVisitStore store, int siteId) =>
        store.QueryAsync((visits, token) => visits.CountAsync(visit => visit.SiteId == siteId, token), CancellationToken.None);
}
