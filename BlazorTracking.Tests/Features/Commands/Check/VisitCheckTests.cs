using BlazorTracking.Data;
using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Commands;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Commands.Check;

public sealed class VisitCheckTests : IDisposable
{
    private readonly ProgramData _data = new();

    [Fact]
    public async Task Visits_that_are_as_they_must_be_differ_in_nothing()
    {
        var site = await _data.CreateSiteAsync();
        await _data.AppendAsync(await HistoryAsync(site));
        await RefuseAsync(site, RefusalReason.Bot, 3);

        var run = await CommandRun.OfAsync(_data.Path, "visits", "check");

        Assert.Equal(ExitCode.Good, run.ExitCode);
        Assert.StartsWith($"site {site} (example.org): 121 days, 484 received = 481 stored + 3 Bot", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("No differences.", run.Output.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("visitors: 1 by the visits, 0 on the dashboard")]
    [InlineData("pages: 1 by the visits, 0 on the dashboard")]
    [InlineData("sessions: 3 by the visits, 2 on the dashboard")]
    [InlineData("bounces: 1 by the visits, 0 on the dashboard")]
    [InlineData("time in ms: 1,500,000 by the visits, 1,440,000 on the dashboard")]
    public async Task A_contribution_that_is_missing_is_told_with_its_day(string difference)
    {
        var site = await _data.CreateSiteAsync();
        var history = (await HistoryAsync(site)).ToArray();
        var at = Array.FindLastIndex(history, visit => difference[0] switch
        {
            't' => visit.DurationMs == 60_000,
            'v' => visit.NewVisitor == 1,
            'p' => visit.NewPageVisitor == 1,
            _ => visit is { NewSession: 1, IsPageView: true, Bounce: 1 },
        });
        history[at] = difference[0] switch
        {
            'v' => history[at] with { NewVisitor = 0 },
            'p' => history[at] with { NewPageVisitor = 0 },
            's' => history[at] with { NewSession = 0 },
            'b' => history[at] with { Bounce = 0 },
            _ => history[at] with { DurationMs = 0 },
        };
        await _data.AppendAsync(history);

        var run = await CommandRun.OfAsync(_data.Path, "visits", "check", "--site", $"{site}");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains(difference, run.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 differences.", run.Output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_belongs_to_no_site_is_found()
    {
        var site = await _data.CreateSiteAsync();
        await _data.AppendAsync([SampleVisit.Of(site + 5)]);
        await RefuseAsync(site + 6, RefusalReason.RateLimit, 2);

        var run = await CommandRun.OfAsync(_data.Path, "visits", "check");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains($"site {site + 5}: 1 visits, but there is no such site", run.Output, StringComparison.Ordinal);
        Assert.Contains($"ledger, site {site + 6}, 2026-03-02: 2 refused beacons, but there is no such site", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _data.Dispose();

    /// <summary>A hundred and twenty days, some sessions over midnight, some of an event only.</summary>
    private async Task<IReadOnlyList<Visit>> HistoryAsync(int siteId)
    {
        var site = await _data.UseAsync(services => CommandProgram.FindSiteAsync(services, siteId, CancellationToken.None));
        var builder = new VisitBuilder(siteId, site.Zone());
        var first = new DateTimeOffset(2026, 3, 2, 10, 0, 0, site.Zone().BaseUtcOffset);
        for (var day = 0; day < 120; day++)
        {
            var morning = first.AddDays(day);
            builder.PageView("Ada", morning).Event("Ada", morning.AddMinutes(1), "Signup").PageView("Bob", morning.AddHours(5)).PageView("Ada", morning.AddMinutes(828));
        }

        return builder.PageView("Ada", first.AddDays(119).AddMinutes(852)).Visits;
    }

    private Task<int> RefuseAsync(int siteId, RefusalReason reason, long count) =>
        _data.UseAsync(async services =>
        {
            await using var context = await services.GetRequiredService<IDbContextFactory<TrackingDbContext>>().CreateDbContextAsync();
            context.LedgerEntries.Add(new LedgerEntry { SiteId = siteId, Date = new DateOnly(2026, 3, 2), Reason = reason, Count = count });
            return await context.SaveChangesAsync();
        });
}
