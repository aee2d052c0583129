using BlazorTracking.Features.Dashboard;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Dashboard;

public sealed class SiteListTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly List<int> _asked = [];

    [Fact]
    public async Task However_often_it_is_asked_for_it_is_read_every_ten_seconds()
    {
        var list = List();
        for (var second = 0; second < 25; second++)
        {
            var items = await list.ReadAsync(1, isNew: false, default);
            Assert.Equal([_asked.Count], items);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([1, 1, 1], _asked);
    }

    [Fact]
    public async Task A_new_view_and_another_site_do_not_wait()
    {
        var list = List();
        await list.ReadAsync(1, isNew: true, default);
        await list.ReadAsync(1, isNew: true, default);
        await list.ReadAsync(2, isNew: false, default);

        Assert.Equal([1, 1, 2], _asked);
    }

    private SiteList<int> List() => new(
        (siteId, _) =>
        {
            _asked.Add(siteId);
            return Task.FromResult<IReadOnlyList<int>>([_asked.Count]);
        },
        _clock);
}
