using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Goals;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Goals;

public sealed class GoalBookTests(AppFactory app) : IClassFixture<AppFactory>
{
    private static GoalDraft Draft => new() { Name = "Thanks", Kind = ConditionKind.Page, Text = "/thanks/*" };

    [Fact]
    public async Task A_goal_is_stored_changed_and_deleted_by_the_site_s_owner()
    {
        var (owner, siteId) = await OwnerAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);
        var book = Book(circuit);

        Assert.True(await book.AddAsync(siteId, Draft));
        var added = Assert.Single(await book.ListAsync(siteId));
        Assert.Equal(("Thanks", ConditionKind.Page, "/thanks/*"), (added.Name, added.Kind, added.Text));

        Assert.True(await book.ChangeAsync(siteId, added.Id, new GoalDraft { Kind = ConditionKind.Event, Text = " Signup " }));
        var changed = Assert.Single(await book.ListAsync(siteId));
        Assert.Equal(("Signup", ConditionKind.Event, "Signup"), (changed.Name, changed.Kind, changed.Text));

        Assert.True(await book.DeleteAsync(siteId, added.Id));
        Assert.Empty(await book.ListAsync(siteId));
    }

    [Fact]
    public async Task Somebody_else_sees_and_changes_nothing()
    {
        var (owner, siteId) = await OwnerAsync();
        await using var mine = await app.CreateCircuitAsync(owner);
        await Book(mine).AddAsync(siteId, Draft);
        var goal = Assert.Single(await Book(mine).ListAsync(siteId));
        var (other, otherSiteId) = await OwnerAsync();
        await using var theirs = await app.CreateCircuitAsync(other);

        Assert.Empty(await Book(theirs).ListAsync(siteId));
        Assert.False(await Book(theirs).AddAsync(siteId, Draft));
        Assert.False(await Book(theirs).ChangeAsync(siteId, goal.Id, Draft));
        Assert.False(await Book(theirs).ChangeAsync(otherSiteId, goal.Id, Draft));
        Assert.False(await Book(theirs).DeleteAsync(siteId, goal.Id));
        Assert.False(await Book(theirs).DeleteAsync(otherSiteId, goal.Id));
        Assert.Single(await Book(mine).ListAsync(siteId));
    }

    [Fact]
    public async Task A_site_has_so_many_goals_and_no_more()
    {
        var (owner, siteId) = await OwnerAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);
        for (var number = 0; number < Goal.MostOfASite; number++)
        {
            Assert.True(await Book(circuit).AddAsync(siteId, Draft));
        }

        Assert.False(await Book(circuit).AddAsync(siteId, Draft));
    }

    [Fact]
    public async Task Goals_go_with_their_site()
    {
        var (owner, siteId) = await OwnerAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);
        await Book(circuit).AddAsync(siteId, Draft);

        await circuit.ServiceProvider.GetRequiredService<SiteRegistry>().DeleteAsync(siteId);

        await using var context = app.CreateContext();
        Assert.DoesNotContain(context.Goals, goal => goal.SiteId == siteId);
    }

    [Theory]
    [InlineData(ConditionKind.Page, "")]
    [InlineData(ConditionKind.Page, "thanks")]
    [InlineData(ConditionKind.Page, "/*/*/*/*/*/*")]
    [InlineData(ConditionKind.Page, "/a\u0007")]
    [InlineData(ConditionKind.Event, "  ")]
    [InlineData(ConditionKind.Event, "PageLoad")]
    public async Task What_cannot_happen_is_no_goal(ConditionKind kind, string text)
    {
        var (owner, siteId) = await OwnerAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);

        await Assert.ThrowsAsync<ArgumentException>(() => Book(circuit).AddAsync(siteId, new GoalDraft { Name = "Goal", Kind = kind, Text = text }));
    }

    private static GoalBook Book(AsyncServiceScope circuit) => circuit.ServiceProvider.GetRequiredService<GoalBook>();

    private async Task<(Account Owner, int SiteId)> OwnerAsync()
    {
        var owner = await app.AddAccountAsync();
        await using var circuit = await app.CreateCircuitAsync(owner);
        var site = await circuit.ServiceProvider.GetRequiredService<SiteRegistry>()
            .AddAsync(new SiteDraft { BaseUrl = "https://example.com", TimeZone = "Europe/Berlin" });
        return (owner, site!.Id);
    }
}
