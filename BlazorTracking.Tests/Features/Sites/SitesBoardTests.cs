using BlazorTracking.Features.Live;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Sites;

public sealed class SitesBoardTests : IAsyncLifetime
{
    private static readonly TimeSpan _readInterval = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero));
    private readonly AppFactory _app;
    private AsyncServiceScope _circuit;
    private SitesBoard _board = null!;
    private long _visitors;

    public SitesBoardTests() => _app = new AppFactory { Clock = _clock };

    public async Task InitializeAsync()
    {
        _circuit = await _app.CreateCircuitAsync(await _app.AddAccountAsync());
        _board = _circuit.ServiceProvider.GetRequiredService<SitesBoard>();
        foreach (var name in new[] { "a", "b", "c" })
        {
            await _circuit.ServiceProvider.GetRequiredService<SiteRegistry>().AddAsync(new SiteDraft { Name = name, BaseUrl = "https://example.com", TimeZone = "UTC" });
        }

        await _board.ListAsync();
    }

    public async Task DisposeAsync()
    {
        await _circuit.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task The_sites_with_the_most_visitors_come_first()
    {
        await VisitAsync("b", "c", "c");

        await _board.FollowAsync();

        Assert.Equal(["c", "b", "a"], Names());
    }

    [Fact]
    public async Task A_pinned_site_comes_before_those_with_more_visitors()
    {
        await VisitAsync("b", "c", "c");
        await _board.FollowAsync();

        await _board.PinAsync(Site("a"), isPinned: true);

        Assert.Equal(["a", "c", "b"], Names());
    }

    [Fact]
    public async Task Visits_that_arrive_are_counted_at_once_and_change_places_with_the_next_reading()
    {
        await VisitAsync("a");
        await _board.FollowAsync();
        await VisitAsync("b", "b");
        Assert.Equal((2, 2), (_board.Figures(Site("b"))!.Value.Today.Visitors, _board.Figures(Site("b"))!.Value.Online));
        Assert.Equal(["a", "b", "c"], Names());

        _clock.Advance(_readInterval);
        await _board.CatchUpAsync();

        Assert.Equal(["b", "a", "c"], Names());
    }

    [Fact]
    public async Task While_somebody_chooses_they_keep_their_places()
    {
        await VisitAsync("a");
        await _board.FollowAsync();
        _board.Hold();
        await VisitAsync("b", "b");
        _clock.Advance(_readInterval);
        await _board.CatchUpAsync();
        Assert.Equal(["a", "b", "c"], Names());

        _board.Release();

        Assert.Equal(["b", "a", "c"], Names());
    }

    [Fact]
    public async Task Who_is_on_the_sites_is_forgotten_after_five_minutes()
    {
        await VisitAsync("a", "b", "b");
        await _board.FollowAsync();
        Assert.Equal([1, 2, 0], Online());

        _clock.Advance(TimeSpan.FromMinutes(4));
        await VisitAsync("c");
        _clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal([0, 0, 1], Online());
    }

    [Fact]
    public async Task R8_nobody_pins_a_site_of_somebody_else()
    {
        await using var other = await _app.CreateCircuitAsync(await _app.AddAccountAsync());

        Assert.False(await other.ServiceProvider.GetRequiredService<SiteRegistry>().PinAsync(Site("a").Id, isPinned: true));

        await _board.ListAsync();
        Assert.DoesNotContain(_board.Sites!, site => site.IsPinned);
    }

    private IEnumerable<string> Names() => _board.Sites!.Select(site => site.Name);

    private IEnumerable<int> Online() => _board.Sites!.OrderBy(site => site.Name, StringComparer.Ordinal).Select(site => _board.Figures(site)!.Value.Online);

    private Site Site(string name) => _board.Sites!.Single(site => site.Name == name);

    /// <summary>Somebody new on each of the named sites.</summary>
    private async Task VisitAsync(params IReadOnlyList<string> names)
    {
        var visits = names.Select(name => SampleVisit.Of(Site(name).Id, _clock.GetUtcNow().ToUnixTimeMilliseconds()) with { VisitorId = ++_visitors, SessionId = _visitors }).ToList();
        await _app.Services.GetRequiredService<IVisitStore>().AppendAsync(visits, CancellationToken.None);
        _app.Services.GetRequiredService<LiveFeed>().Publish(visits);
    }
}
