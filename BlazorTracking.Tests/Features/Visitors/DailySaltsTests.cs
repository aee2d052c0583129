using BlazorTracking.Data;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Visitors;

public sealed class DailySaltsTests : IAsyncDisposable
{
    private static readonly DateOnly _date = new(2026, 3, 10);

    private readonly AppFactory _app = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_date_has_one_salt_in_every_process()
    {
        using var one = Create();
        using var other = Create();

        var salts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? one : other).GetAsync(_date, CancellationToken.None).AsTask()));

        Assert.All(salts, salt => Assert.Equal(salts[0], salt));
        Assert.Equal(DailySalt.Length, salts[0].Length);
    }

    [Fact]
    public async Task Two_dates_have_two_salts()
    {
        using var salts = Create();

        Assert.NotEqual(await salts.GetAsync(_date, CancellationToken.None), await salts.GetAsync(_date.AddDays(1), CancellationToken.None));
    }

    [Theory]
    [InlineData("2026-03-13T11:59:59Z", true)]
    [InlineData("2026-03-13T12:00:00Z", false)]
    public async Task A_salt_is_deleted_two_days_after_its_date_has_ended_everywhere(string now, bool isKept)
    {
        using var salts = Create();
        await salts.GetAsync(_date, CancellationToken.None);
        _clock.SetUtcNow(DateTimeOffset.Parse(now));

        await salts.RemoveOldAsync(CancellationToken.None);

        await using var context = _app.CreateContext();
        Assert.Equal(isKept, await context.DailySalts.AnyAsync(salt => salt.Date == _date));
    }

    private DailySalts Create() => new(_app.Services.GetRequiredService<IDbContextFactory<TrackingDbContext>>(), _clock);
}
