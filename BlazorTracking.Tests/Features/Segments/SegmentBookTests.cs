using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Segments;
using BlazorTracking.Features.Sites;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Segments;

public sealed class SegmentBookTests(AppFactory app) : IClassFixture<AppFactory>
{
    private static SegmentDraft Draft => new() { Name = " Germans ", Filters = "country%3Ais%3ADE" };

    [Fact]
    public async Task A_segment_is_saved_listed_by_its_name_and_deleted_by_the_site_s_owner()
    {
        var (owner, siteId) = await OwnerAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);
        var book = Book(circuit);

        Assert.True(await book.SaveAsync(siteId, Draft));
        Assert.True(await book.SaveAsync(siteId, new SegmentDraft { Name = "buyers", Filters = "event%3Ais%3AOrder" }));
        var segments = await book.ListAsync(siteId);
        Assert.Equal([("buyers", "event%3Ais%3AOrder"), ("Germans", "country%3Ais%3ADE")], segments.Select(segment => (segment.Name, segment.Filters)));

        Assert.True(await book.DeleteAsync(siteId, segments[0].Id));
        Assert.Equal("Germans", Assert.Single(await book.ListAsync(siteId)).Name);
    }

    [Fact]
    public async Task A_name_that_is_saved_again_has_the_new_filters()
    {
        var (owner, siteId) = await OwnerAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);
        await Book(circuit).SaveAsync(siteId, Draft);

        await Book(circuit).SaveAsync(siteId, new SegmentDraft { Name = "Germans", Filters = "language%3Ais%3Ade" });

        Assert.Equal("language%3Ais%3Ade", Assert.Single(await Book(circuit).ListAsync(siteId)).Filters);
    }

    [Fact]
    public async Task Somebody_else_sees_and_changes_nothing()
    {
        var (owner, siteId) = await OwnerAsync();
        await using var mine = await app.CreateCircuitAsync(owner);
        await Book(mine).SaveAsync(siteId, Draft);
        var segment = Assert.Single(await Book(mine).ListAsync(siteId));
        var (other, otherSiteId) = await OwnerAsync();
        await using var theirs = await app.CreateCircuitAsync(other);

        Assert.Empty(await Book(theirs).ListAsync(siteId));
        Assert.False(await Book(theirs).SaveAsync(siteId, Draft));
        Assert.False(await Book(theirs).DeleteAsync(siteId, segment.Id));
        Assert.False(await Book(theirs).DeleteAsync(otherSiteId, segment.Id));
        Assert.Single(await Book(mine).ListAsync(siteId));
    }

    [Fact]
    public async Task Segments_go_with_their_site()
    {
        var (owner, siteId) = await OwnerAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);
        await Book(circuit).SaveAsync(siteId, Draft);

        await circuit.ServiceProvider.GetRequiredService<SiteRegistry>().DeleteAsync(siteId);

        await using var context = app.CreateContext();
        Assert.DoesNotContain(context.Segments, segment => segment.SiteId == siteId);
    }

    [Fact]
    public async Task A_site_has_so_many_and_no_more()
    {
        var (owner, siteId) = await OwnerAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);
        await using (var context = app.CreateContext())
        {
            context.AddRange(Enumerable.Range(0, Segment.MostOfASite).Select(number => new Segment { SiteId = siteId, Name = $"{number}", Filters = "x" }));
            await context.SaveChangesAsync();
        }

        Assert.False(await Book(circuit).SaveAsync(siteId, Draft));
        Assert.True(await Book(circuit).SaveAsync(siteId, new SegmentDraft { Name = "0", Filters = "y" }));
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("a\u0007", "x")]
    [InlineData("a", "")]
    public async Task What_is_not_valid_is_refused(string name, string filters)
    {
        var (owner, siteId) = await OwnerAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);

        await Assert.ThrowsAsync<ArgumentException>(() => Book(circuit).SaveAsync(siteId, new SegmentDraft { Name = name, Filters = filters }));
    }

    private static SegmentBook Book(AsyncServiceScope circuit) => circuit.ServiceProvider.GetRequiredService<SegmentBook>();

    private async Task<(Account Owner, int SiteId)> OwnerAsync()
    {
        var owner = await app.AddAccountAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);
        var site = await circuit.ServiceProvider.GetRequiredService<SiteRegistry>()
            .AddAsync(new SiteDraft { BaseUrl = "https://example.com", TimeZone = "Europe/Berlin" });
        return (owner, site!.Id);
    }
}
