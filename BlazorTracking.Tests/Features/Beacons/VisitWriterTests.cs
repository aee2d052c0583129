using System.Collections.Concurrent;
using BlazorTracking.Data;
using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Live;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Tests.Features.Beacons;

/// <summary>The writer over a real SQLite store that can be made to fail.</summary>
public sealed class VisitWriterTests : IAsyncLifetime
{
    private readonly AppFactory _app = new();
    private FaultyStore _store = null!;
    private LivePublisher _publisher = null!;
    private VisitWriter _writer = null!;

    public async Task InitializeAsync()
    {
        // Visits of a site that is not there would be removed meanwhile.
        Assert.Equal(1, (await _app.AddSiteAsync()).Id);
        _store = new FaultyStore(_app.Services.GetRequiredService<IVisitStore>());
        _publisher = new LivePublisher(new LiveFeed());
        _writer = CreateWriter(new BeaconsOptions());
        await _writer.StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        _store.Release();
        await _writer.StopAsync(CancellationToken.None);
        _writer.Dispose();
        _publisher.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_visit_is_answered_when_it_is_stored()
    {
        Assert.Equal(WriteResult.Stored, await _writer.WriteAsync(Draft("a")));
        Assert.Equal(["/a"], await StoredPathsAsync());
    }

    [Fact]
    public async Task Visits_that_come_during_a_commit_share_the_next_one()
    {
        _store.Hold();
        var first = _writer.WriteAsync(Draft("first"));
        await _store.Appending;
        var others = Enumerable.Range(0, 50).Select(i => _writer.WriteAsync(Draft($"{i}"))).ToList();

        _store.Release();

        Assert.Equal(WriteResult.Stored, await first);
        Assert.All(await Task.WhenAll(others), result => Assert.Equal(WriteResult.Stored, result));
        Assert.Equal([1, 50], _store.BatchSizes);
    }

    [Fact]
    public async Task One_bad_visit_does_not_fail_its_neighbours()
    {
        _store.Hold();
        var first = _writer.WriteAsync(Draft("first"));
        await _store.Appending;
        _store.RefusedPath = "/13";
        var others = Enumerable.Range(0, 40).Select(i => _writer.WriteAsync(Draft($"{i}", visitor: i + 10))).ToList();

        _store.Release();
        var results = await Task.WhenAll(others);

        Assert.Equal(WriteResult.Unavailable, results[13]);
        Assert.Equal(39, results.Count(result => result == WriteResult.Stored));
        Assert.Equal(40, (await StoredPathsAsync()).Count);
    }

    [Fact]
    public async Task When_the_store_is_down_every_waiter_is_told_to_try_again_and_the_retry_counts_in_full()
    {
        _store.IsDown = true;
        Assert.Equal(WriteResult.Unavailable, await _writer.WriteAsync(Draft("a", id: _id)));
        Assert.False(_writer.IsStoring);

        _store.IsDown = false;
        Assert.Equal(WriteResult.Stored, await _writer.WriteAsync(Draft("a", id: _id)));

        var visit = Assert.Single(await StoredAsync());
        Assert.Equal((1, 1, 1), (visit.NewVisitor, visit.NewSession, visit.Bounce));
        Assert.True(_writer.IsStoring);
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_a_commit()
    {
        _store.LosesAnswer = true;

        Assert.Equal(WriteResult.Stored, await _writer.WriteAsync(Draft("a")));

        _store.LosesAnswer = false;
        await _writer.WriteAsync(Draft("b"));
        Assert.Equal([1, 0], (await StoredAsync()).Select(visit => visit.NewSession));
    }

    [Fact]
    public async Task A_retry_changes_neither_the_store_nor_the_session()
    {
        await _writer.WriteAsync(Draft("a", id: _id));

        Assert.Equal(WriteResult.Duplicate, await _writer.WriteAsync(Draft("a", id: _id)));
        await _writer.WriteAsync(Draft("b"));

        Assert.Equal([1, -1], (await StoredAsync()).Select(visit => visit.Bounce));
    }

    [Fact]
    public async Task The_same_visit_twice_in_one_batch_is_stored_once()
    {
        _store.Hold();
        var first = _writer.WriteAsync(Draft("first"));
        await _store.Appending;
        var twins = new[] { _writer.WriteAsync(Draft("a", id: _id)), _writer.WriteAsync(Draft("a", id: _id)) };

        _store.Release();

        Assert.Equal([WriteResult.Stored, WriteResult.Duplicate], await Task.WhenAll(twins));
        Assert.Equal(["/a", "/first"], (await StoredPathsAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_full_queue_refuses_instead_of_waiting()
    {
        using var small = CreateWriter(new BeaconsOptions { QueueCapacity = 2 });
        await small.StartAsync(CancellationToken.None);
        _store.Hold();
        var first = small.WriteAsync(Draft("first"));
        await _store.Appending;
        var waiting = new[] { small.WriteAsync(Draft("a")), small.WriteAsync(Draft("b")) };

        Assert.Equal(WriteResult.Unavailable, await small.WriteAsync(Draft("c")));

        _store.Release();
        Assert.All(await Task.WhenAll(waiting.Append(first)), result => Assert.Equal(WriteResult.Stored, result));
        await small.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task What_waits_when_the_program_ends_is_stored_and_what_comes_later_is_refused()
    {
        _store.Hold();
        var first = _writer.WriteAsync(Draft("first"));
        await _store.Appending;
        var waiting = Enumerable.Range(0, 20).Select(i => _writer.WriteAsync(Draft($"{i}"))).ToList();

        var stopping = _writer.StopAsync(CancellationToken.None);
        Assert.Equal(WriteResult.Unavailable, await _writer.WriteAsync(Draft("late")));
        _store.Release();
        await stopping;

        Assert.Equal(WriteResult.Stored, await first);
        Assert.All(await Task.WhenAll(waiting), result => Assert.Equal(WriteResult.Stored, result));
        Assert.Equal(21, (await StoredPathsAsync()).Count);
    }

    private static readonly Guid _id = Guid.Parse("11111111-2222-3333-4444-555555555555");

    private static VisitDraft Draft(string path, Guid? id = null, long visitor = 1) =>
        new(
            new Visit { Id = id ?? Guid.CreateVersion7(), SiteId = 1, OccurredAt = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(), Path = "/" + path, VisitorId = visitor },
            VisitorIdOfYesterday: -visitor);

    private VisitWriter CreateWriter(BeaconsOptions options) => new(
        _store,
        new SessionRestorer(_store, _app.Services.GetRequiredService<IDbContextFactory<TrackingDbContext>>(), TimeProvider.System),
        _app.Services.GetRequiredService<WeeklyVisitors>(),
        _publisher,
        Options.Create(options),
        NullLogger<VisitWriter>.Instance);

    private Task<List<Visit>> StoredAsync() => _app.ReadVisitsAsync(1);

    private async Task<List<string>> StoredPathsAsync() => [.. (await StoredAsync()).Select(visit => visit.Path)];

    private sealed class FaultyStore(IVisitStore inner) : DelegatingVisitStore(inner)
    {
        private TaskCompletionSource _appending = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource _gate = Open();

        public ConcurrentQueue<int> BatchSizes { get; } = [];
        public bool IsDown { get; set; }
        public bool LosesAnswer { get; set; }
        public string? RefusedPath { get; set; }

        /// <summary>Completes when a batch has come in while the store holds.</summary>
        public Task Appending => _appending.Task;

        public void Hold()
        {
            _appending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        public void Release() => _gate.TrySetResult();

        public override async Task AppendAsync(IReadOnlyList<Visit> batch, CancellationToken cancellationToken)
        {
            _appending.TrySetResult();
            await _gate.Task;
            if (IsDown || batch.Any(visit => visit.Path == RefusedPath))
            {
                throw new InvalidOperationException("The store refuses.");
            }

            await base.AppendAsync(batch, cancellationToken);
            BatchSizes.Enqueue(batch.Count);
            if (LosesAnswer)
            {
                throw new TimeoutException("The answer was lost.");
            }
        }

        public override Task<IReadOnlySet<Guid>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
            IsDown ? throw new InvalidOperationException("The store is down.") : base.FindAsync(ids, cancellationToken);

        private static TaskCompletionSource Open()
        {
            var source = new TaskCompletionSource();
            source.SetResult();
            return source;
        }
    }
}
