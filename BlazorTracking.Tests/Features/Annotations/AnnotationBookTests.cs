using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Annotations;
using BlazorTracking.Features.Sites;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Annotations;

public sealed class AnnotationBookTests(AppFactory app) : IClassFixture<AppFactory>
{
    private static readonly DateOnly _day = new(2026, 11, 23);

    private static AnnotationDraft Draft => new() { Date = _day, Text = " Launch " };

    [Fact]
    public async Task A_note_is_stored_changed_and_deleted_by_the_site_s_owner()
    {
        var (owner, siteId) = await OwnerAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);
        var book = Book(circuit);

        Assert.True(await book.AddAsync(siteId, Draft));
        var added = Assert.Single(await book.ListAsync(siteId, _day, _day));
        Assert.Equal((_day, "Launch"), (added.Date, added.Text));

        Assert.True(await book.ChangeAsync(siteId, added.Id, new AnnotationDraft { Date = _day, Text = "Sale" }));
        Assert.Equal("Sale", Assert.Single(await book.ListAsync(siteId, _day, _day)).Text);

        Assert.True(await book.DeleteAsync(siteId, added.Id));
        Assert.Empty(await book.ListAsync(siteId, _day, _day));
    }

    [Fact]
    public async Task Somebody_else_sees_and_changes_nothing()
    {
        var (owner, siteId) = await OwnerAsync();
        await using var mine = await app.CreateCircuitAsync(owner);
        await Book(mine).AddAsync(siteId, Draft);
        var note = Assert.Single(await Book(mine).ListAsync(siteId, _day, _day));
        var (other, otherSiteId) = await OwnerAsync();
        await using var theirs = await app.CreateCircuitAsync(other);

        Assert.Empty(await Book(theirs).ListAsync(siteId, _day, _day));
        Assert.False(await Book(theirs).AddAsync(siteId, Draft));
        Assert.False(await Book(theirs).ChangeAsync(siteId, note.Id, Draft));
        Assert.False(await Book(theirs).ChangeAsync(otherSiteId, note.Id, Draft));
        Assert.False(await Book(theirs).DeleteAsync(siteId, note.Id));
        Assert.False(await Book(theirs).DeleteAsync(otherSiteId, note.Id));
        Assert.Single(await Book(mine).ListAsync(siteId, _day, _day));
    }

    [Fact]
    public async Task Notes_of_the_days_are_listed_in_their_order()
    {
        var (owner, siteId) = await OwnerAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);
        foreach (var days in (int[])[1, -1, 0, 5])
        {
            await Book(circuit).AddAsync(siteId, new AnnotationDraft { Date = _day.AddDays(days), Text = $"{days}" });
        }

        Assert.Equal(["-1", "0", "1"], (await Book(circuit).ListAsync(siteId, _day.AddDays(-1), _day.AddDays(1))).Select(note => note.Text));
    }

    [Fact]
    public async Task Notes_go_with_their_site()
    {
        var (owner, siteId) = await OwnerAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);
        await Book(circuit).AddAsync(siteId, Draft);

        await circuit.ServiceProvider.GetRequiredService<SiteRegistry>().DeleteAsync(siteId);

        await using var context = app.CreateContext();
        Assert.DoesNotContain(context.Annotations, note => note.SiteId == siteId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\u0007")]
    public async Task What_says_nothing_is_no_note(string text)
    {
        var (owner, siteId) = await OwnerAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);

        await Assert.ThrowsAsync<ArgumentException>(() => Book(circuit).AddAsync(siteId, new AnnotationDraft { Date = _day, Text = text }));
    }

    private static AnnotationBook Book(AsyncServiceScope circuit) => circuit.ServiceProvider.GetRequiredService<AnnotationBook>();

    private async Task<(Account Owner, int SiteId)> OwnerAsync()
    {
        var owner = await app.AddAccountAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);
        var site = await circuit.ServiceProvider.GetRequiredService<SiteRegistry>()
            .AddAsync(new SiteDraft { BaseUrl = "https://example.com", TimeZone = "Europe/Berlin" });
        return (owner, site!.Id);
    }
}
