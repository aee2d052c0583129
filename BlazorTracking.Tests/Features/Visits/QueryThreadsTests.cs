using BlazorTracking.Features.Visits;

namespace BlazorTracking.Tests.Features.Visits;

public sealed class QueryThreadsTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Queries_run_at_once_off_the_pool_and_whoever_asks_does_not_wait()
    {
        using var threads = new QueryThreads(2);
        using var met = new Barrier(2);

        // Each blocks until the other runs: one thread, or a caller that waits, would never get to the end.
        var queries = Enumerable.Range(0, 2).Select(_ => threads.RunAsync(() => Task.FromResult((Thread.CurrentThread.IsThreadPoolThread, Met: met.SignalAndWait(_patience))), default)).ToList();

        Assert.Equal([(false, true), (false, true)], await Task.WhenAll(queries).WaitAsync(_patience));
    }

    [Fact]
    public async Task No_more_run_at_once_than_there_are_threads()
    {
        using var threads = new QueryThreads(1);
        using var release = new ManualResetEventSlim();
        var first = threads.RunAsync(() => Task.FromResult(release.Wait(_patience)), default);
        var second = threads.RunAsync(() => Task.FromResult(release.IsSet), default);

        Assert.False(second.IsCompleted);
        release.Set();

        Assert.True(await first.WaitAsync(_patience));
        Assert.True(await second.WaitAsync(_patience));
    }

    [Fact]
    public async Task A_query_that_is_given_up_before_its_turn_does_not_run()
    {
        using var threads = new QueryThreads(1);
        using var release = new ManualResetEventSlim();
        using var cancellation = new CancellationTokenSource();
        var ran = false;
        var first = threads.RunAsync(() => Task.FromResult(release.Wait(_patience)), default);
        var second = threads.RunAsync(() => Task.FromResult(ran = true), cancellation.Token);

        await cancellation.CancelAsync();
        release.Set();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(_patience));
        Assert.True(await first.WaitAsync(_patience));
        Assert.False(ran);
    }

    [Fact]
    public async Task What_a_query_throws_is_its_own()
    {
        using var threads = new QueryThreads(1);

        await Assert.ThrowsAsync<FormatException>(() => threads.RunAsync<int>(() => throw new FormatException(), default).WaitAsync(_patience));
        Assert.Equal(7, await threads.RunAsync(() => Task.FromResult(7), default).WaitAsync(_patience));
    }

    [Fact]
    public async Task What_follows_a_wait_goes_on_elsewhere()
    {
        using var threads = new QueryThreads(1);
        var waited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var query = threads.RunAsync(
            async () =>
            {
                await waited.Task;
                return Thread.CurrentThread.IsThreadPoolThread;
            },
            default);

        // Not held by the one that waits.
        Assert.Equal(7, await threads.RunAsync(() => Task.FromResult(7), default).WaitAsync(_patience));
        waited.SetResult();

        Assert.True(await query.WaitAsync(_patience));
    }

    [Fact]
    public async Task Whoever_asked_goes_on_elsewhere_and_may_end_them()
    {
        var threads = new QueryThreads(1);
        using var asked = new ManualResetEventSlim();
        var query = threads.RunAsync(() => Task.FromResult(asked.Wait(_patience)), default);
        var end = EndAsync();

        asked.Set();

        await end.WaitAsync(_patience);

        async Task EndAsync()
        {
            Assert.True(await query);
            threads.Dispose();
        }
    }

    [Fact]
    public async Task The_end_waits_for_what_was_asked_for()
    {
        var threads = new QueryThreads(1);
        var queries = Enumerable.Range(0, 3).Select(i => threads.RunAsync(() => Task.FromResult(i), default)).ToList();

        threads.Dispose();
        threads.Dispose();

        int[] results = await Task.WhenAll(queries).WaitAsync(_patience);
        Assert.Equal([0, 1, 2], results);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => threads.RunAsync(() => Task.FromResult(3), default));
    }
}
