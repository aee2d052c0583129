using System.Security.Claims;
using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Live;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Dashboard;

/// <summary>A site in the whole program on a real database, with a clock that can be turned, and a circuit of its owner.</summary>
public sealed class OpenDashboard : IAsyncDisposable
{
    /// <summary>Half past ten in the morning of a Monday.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 30, 0, TimeSpan.Zero);

    /// <summary>A list whose visitors are counted as different ones: an arriving visit cannot be added to it.</summary>
    public static readonly PanelList Hostnames = PanelDefinition.All.SelectMany(panel => panel.Lists).Single(list => list.Dimension == Dimension.Hostname);

    private readonly AppFactory _app;
    private readonly AsyncServiceScope _circuit;
    private long _visitors;

    private OpenDashboard(AppFactory app, FakeTimeProvider clock, Site site)
    {
        (_app, Clock, Site) = (app, clock, site);
        _circuit = app.Services.CreateAsyncScope();
        SignIn(site.OwnerId);
        State = _circuit.ServiceProvider.GetRequiredService<DashboardState>();
    }

    public FakeTimeProvider Clock { get; }

    public Site Site { get; }

    /// <summary>The site as its owner sees it.</summary>
    public SiteView View => new(Site, Pass.Account, SitePanels.All);

    public DashboardState State { get; }

    public IServiceProvider Services => _circuit.ServiceProvider;

    public AppFactory App => _app;

    public static async Task<OpenDashboard> CreateAsync()
    {
        var clock = new FakeTimeProvider(Start);
        var app = new AppFactory { Clock = clock };
        return new OpenDashboard(app, clock, await app.AddSiteAsync(timeZone: "UTC"));
    }

    /// <summary>With one visit stored, and the dashboard read.</summary>
    public static async Task<OpenDashboard> CreateReadyAsync(RangeKind range = RangeKind.Last7Days)
    {
        var dashboard = await CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit());
        await dashboard.OpenAsync(range);
        Assert.Equal(DashboardStatus.Ready, dashboard.State.Status);
        return dashboard;
    }

    /// <summary>A page view of somebody new, at the clock's time.</summary>
    public Visit Visit(string path = "/") => SampleVisit.Of(Site.Id, Clock.GetUtcNow().ToUnixTimeMilliseconds()) with
    {
        VisitorId = ++_visitors,
        SessionId = _visitors,
        Path = path,
    };

    /// <summary>Stores the visits as the writer does, without telling anybody.</summary>
    public Task StoreAsync(params IReadOnlyList<Visit> visits) =>
        Services.GetRequiredService<IVisitStore>().AppendAsync(visits, CancellationToken.None);

    /// <summary>Stores the visits and publishes them.</summary>
    public async Task ArriveAsync(params IReadOnlyList<Visit> visits)
    {
        await StoreAsync(visits);
        Services.GetRequiredService<LiveFeed>().Publish(visits);
    }

    public Task OpenAsync(RangeKind range = RangeKind.Last7Days) =>
        State.OpenAsync(Site.Id, DashboardQuery.Default with { Range = new RangeChoice(range) });

    public async Task CatchUpAsync(TimeSpan after)
    {
        Clock.Advance(after);
        State.CatchUp();
        await State.Refreshing;
    }

    public void SignOut() => SignIn(null);

    /// <summary>The state of another circuit of the owner, whose statistics come from the given store.</summary>
    public DashboardState StateOn(IVisitStore store) => new(
        Services.GetRequiredService<SiteAccess>(),
        new StatsReader(store, Clock),
        Services.GetRequiredService<LedgerReader>(),
        Services.GetRequiredService<LiveFeed>(),
        Clock,
        NullLogger<DashboardState>.Instance);

    public async ValueTask DisposeAsync()
    {
        await _circuit.DisposeAsync();
        await _app.DisposeAsync();
    }

    private void SignIn(string? accountId)
    {
        var identity = accountId is null ? new ClaimsIdentity() : new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, accountId)], "test");
        ((IHostEnvironmentAuthenticationStateProvider)Services.GetRequiredService<AuthenticationStateProvider>())
            .SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(identity))));
    }
}
