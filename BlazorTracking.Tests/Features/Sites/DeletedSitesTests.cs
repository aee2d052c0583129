using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Sites;

public sealed class DeletedSitesTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero));
    private readonly ProgramData _data = new();
    private readonly AppFactory _app;

    public DeletedSitesTests() => _app = new AppFactory { Clock = _clock, Settings = { ["Data:Directory"] = _data.Path } };

    [Fact]
    public async Task R7_a_visit_that_was_written_behind_the_deletion_of_its_site_is_removed()
    {
        // The job's first look takes whatever has no site: it is over when this is gone, and takes nothing of what follows.
        const int LeftBefore = 4711;
        await _data.CreateSiteAsync();
        await _data.AppendAsync([SampleVisit.Of(LeftBefore)]);
        await UntilRemovedAsync(LeftBefore, TimeSpan.Zero);

        var owner = await _app.AddAccountAsync();
        await using var circuit = await _app.CreateCircuitAsync(owner);
        var registry = circuit.ServiceProvider.GetRequiredService<SiteRegistry>();
        var site = (await registry.AddAsync(new SiteDraft { BaseUrl = "https://example.com", TimeZone = "UTC" }))!;
        await registry.DeleteAsync(site.Id);
        await StoreAsync(site.Id);

        // The job may be between two looks at the clock when it is turned.
        await UntilRemovedAsync(site.Id, TimeSpan.FromMinutes(1));
        Assert.True(_clock.GetUtcNow() - _clock.Start >= DeletedSites.Settling);
    }

    [Fact]
    public async Task What_a_program_left_that_ended_before_is_found_and_what_has_a_site_stays()
    {
        var site = await _app.AddSiteAsync();
        await StoreAsync(site.Id);
        await StoreAsync(siteId: 4711);

        await _app.Services.GetRequiredService<DeletedSites>().RemoveOrphansAsync(CancellationToken.None);

        Assert.Empty(await _app.ReadVisitsAsync(4711));
        Assert.Single(await _app.ReadVisitsAsync(site.Id));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _data.Dispose();
    }

    private async Task UntilRemovedAsync(int siteId, TimeSpan step)
    {
        for (var i = 0; i < 600 && (await _app.ReadVisitsAsync(siteId)).Count > 0; i++)
        {
            _clock.Advance(step);
            await Task.Delay(20);
        }

        Assert.Empty(await _app.ReadVisitsAsync(siteId));
    }

    private Task StoreAsync(int siteId) =>
        _app.Services.GetRequiredService<IVisitStore>().AppendAsync([SampleVisit.Of(siteId, _clock.GetUtcNow().ToUnixTimeMilliseconds())], CancellationToken.None);
}
