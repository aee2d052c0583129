using BlazorTracking.Features.Commands.Import.Hits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Commands.Import.Hits;

public sealed class SortedHitsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Theory]
    [InlineData(1000)]
    [InlineData(10)]
    [InlineData(1)]
    public async Task Hits_come_in_the_order_of_time_and_those_of_one_instant_as_they_were_added(int capacity)
    {
        var random = new Random(7);
        Hit[] hits = [.. Enumerable.Range(0, 95).Select(i => new Hit("file", i, SampleVisit.Of(1, random.Next(20)) with { Path = $"/ä{i}" }, VisitorIdOfYesterday: -i))];
        await using (var sorted = new SortedHits(_directory.FullName, capacity))
        {
            foreach (var hit in hits)
            {
                await sorted.AddAsync(hit, CancellationToken.None);
            }

            Assert.Equal(hits.OrderBy(hit => hit.Visit.OccurredAt), await sorted.ReadAsync(CancellationToken.None).ToListAsync());
        }

        Assert.Empty(Directory.GetFiles(_directory.FullName));
    }

    public void Dispose() => _directory.Dispose();
}
