using BlazorTracking.Features.Stats;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Stats;

public sealed class SharedReadsTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new();
    private readonly SharedReads _reads;
    private int _count;

    public SharedReadsTests() => _reads = new SharedReads(_clock);

    [Fact]
    public async Task The_first_reads_at_once() => Assert.Equal(1, await ReadAsync());

    [Fact]
    public async Task Twenty_who_ask_within_a_second_share_the_next_read()
    {
        await ReadAsync();

        var waiting = Enumerable.Range(0, 20).Select(_ => ReadAsync()).ToList();
        Assert.All(waiting, read => Assert.False(read.IsCompleted));
        await PassAsync(waiting[0]);

        Assert.All(await Task.WhenAll(waiting), result => Assert.Equal(2, result));
    }

    [Fact]
    public async Task Who_asks_while_a_read_runs_gets_a_later_one()
    {
        var running = new TaskCompletionSource<int>();
        var first = _reads.ReadAsync("key", _second, () => running.Task, default);
        var second = ReadAsync();

        running.SetResult(100);
        await PassAsync(second);

        Assert.Equal(100, await first);
        Assert.Equal(1, await second);
    }

    [Fact]
    public async Task Who_takes_what_was_read_just_now_does_not_wait()
    {
        await ReadAsync();

        Assert.Equal(1, await RecentAsync());
        Assert.Equal(1, await RecentAsync());
    }

    [Fact]
    public async Task Who_takes_what_is_being_read_gets_it()
    {
        var running = new TaskCompletionSource<int>();
        _ = _reads.ReadAsync("key", _second, () => running.Task, default);

        var recent = RecentAsync();
        running.SetResult(100);

        Assert.Equal(100, await recent);
    }

    [Fact]
    public async Task A_failure_is_nothing_recent()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _reads.ReadAsync<int>("key", _second, () => throw new InvalidOperationException("down"), default));

        var next = RecentAsync();
        await PassAsync(next);

        Assert.Equal(1, await next);
    }

    [Fact]
    public async Task Different_questions_do_not_wait_for_each_other()
    {
        await ReadAsync("one");

        Assert.Equal(2, await ReadAsync("other"));
    }

    [Fact]
    public async Task A_failure_reaches_everyone_who_waits_and_the_next_one_reads_again()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _reads.ReadAsync<int>("key", _second, () => throw new InvalidOperationException("down"), default));

        var next = ReadAsync();
        await PassAsync(next);

        Assert.Equal(1, await next);
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_stop_the_read()
    {
        using var impatient = new CancellationTokenSource();
        var running = new TaskCompletionSource<int>();
        var stopped = _reads.ReadAsync("key", _second, () => running.Task, impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);

        var next = ReadAsync();
        running.SetResult(0);
        await PassAsync(next);

        Assert.Equal(1, await next);
    }

    private Task<int> RecentAsync() => _reads.ReadAsync("key", _second, () => Task.FromResult(++_count), takesRecent: true, default);

    private Task<int> ReadAsync(string key = "key") => _reads.ReadAsync(key, _second, () => Task.FromResult(++_count), default);

    // The pause begins on another thread: the clock goes on until it is over.
    private async Task PassAsync(Task until)
    {
        while (!until.IsCompleted)
        {
            _clock.Advance(_second);
            await Task.Yield();
        }
    }
}
