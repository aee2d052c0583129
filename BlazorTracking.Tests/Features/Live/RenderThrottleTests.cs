using BlazorTracking.Features.Live;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Live;

public sealed class RenderThrottleTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly SemaphoreSlim _called = new(0);
    private int _calls;

    [Fact]
    public async Task The_first_request_is_answered_at_once()
    {
        await using var throttle = Create();

        throttle.Request();

        Assert.True(await _called.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Requests_within_the_interval_are_answered_once_when_it_ends()
    {
        await using var throttle = Create();
        throttle.Request();
        await _called.WaitAsync(TimeSpan.FromSeconds(10));

        throttle.Request();
        throttle.Request();
        throttle.Request();
        var before = _calls;
        await AdvanceUntilCalledAsync();

        Assert.Equal(1, before);
        Assert.Equal(2, _calls);
    }

    [Fact]
    public async Task A_quiet_interval_calls_nothing_and_the_next_request_is_answered_at_once()
    {
        await using var throttle = Create();
        throttle.Request();
        await _called.WaitAsync(TimeSpan.FromSeconds(10));
        for (var i = 0; i < 10; i++)
        {
            _clock.Advance(RenderThrottle.DefaultInterval);
        }

        throttle.Request();

        await AdvanceUntilCalledAsync();
        Assert.Equal(2, _calls);
    }

    [Fact]
    public async Task An_exception_is_reported_and_the_next_request_is_answered()
    {
        var reported = new TaskCompletionSource<Exception>();
        var fails = true;
        await using var throttle = new RenderThrottle(
            () =>
            {
                if (fails)
                {
                    fails = false;
                    throw new InvalidOperationException("once");
                }

                return CallAsync();
            },
            exception => reported.TrySetResult(exception),
            _clock);

        throttle.Request();
        Assert.Equal("once", (await reported.Task.WaitAsync(TimeSpan.FromSeconds(10))).Message);
        throttle.Request();
        await AdvanceUntilCalledAsync();

        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task Nothing_is_called_after_disposal()
    {
        var throttle = Create();
        throttle.Request();
        await _called.WaitAsync(TimeSpan.FromSeconds(10));
        throttle.Request();

        await throttle.DisposeAsync();
        throttle.Request();
        _clock.Advance(RenderThrottle.DefaultInterval * 4);

        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task Disposal_waits_for_the_call_under_way()
    {
        var finish = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var throttle = new RenderThrottle(
            () =>
            {
                begun.SetResult();
                return finish.Task;
            },
            _ => { },
            _clock);
        throttle.Request();
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(10));

        var disposal = throttle.DisposeAsync().AsTask();

        Assert.False(disposal.IsCompleted);
        finish.SetResult();
        await disposal.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private RenderThrottle Create() => new(CallAsync, exception => throw exception, _clock);

    private Task CallAsync()
    {
        Interlocked.Increment(ref _calls);
        _called.Release();
        return Task.CompletedTask;
    }

    // The delay may be set up after the clock is moved: it is moved until the call comes.
    private async Task AdvanceUntilCalledAsync()
    {
        for (var i = 0; i < 1_000; i++)
        {
            _clock.Advance(RenderThrottle.DefaultInterval);
            if (await _called.WaitAsync(TimeSpan.FromMilliseconds(10)))
            {
                return;
            }
        }

        Assert.Fail("It was not called.");
    }
}
