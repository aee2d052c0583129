using BlazorTracking.Data;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Goals;

/// <summary>The goals of the signed-in account's sites.</summary>
public sealed class GoalBook(SiteAccess access, IDbContextFactory<TrackingDbContext> contexts)
{
    /// <summary>The site's goals in the order in which they were added; none where the viewer may not see them.</summary>
    public async Task<IReadOnlyList<Goal>> ListAsync(int siteId, CancellationToken cancellationToken = default)
    {
        if (await access.FindViewAsync(siteId, cancellationToken) is not { } view || !view.Shows(SitePanels.Goals))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Goals.AsNoTracking().Where(goal => goal.SiteId == siteId).OrderBy(goal => goal.Id).ToListAsync(cancellationToken);
    }

    /// <summary>False where the signed-in account has no such site, or the site has as many goals as it can have.</summary>
    /// <exception cref="ArgumentException">The draft is not valid.</exception>
    public async Task<bool> AddAsync(int siteId, GoalDraft draft, CancellationToken cancellationToken = default)
    {
        var entry = Checked(draft);
        if (await access.FindAsync(siteId, cancellationToken) is null)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Goals.CountAsync(goal => goal.SiteId == siteId, cancellationToken) >= Goal.MostOfASite)
        {
            return false;
        }

        context.Goals.Add(new Goal { SiteId = siteId, Name = entry.Name, Kind = entry.Kind, Text = entry.Text });
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>False where the signed-in account has no such site, or the site no such goal.</summary>
    /// <exception cref="ArgumentException">The draft is not valid.</exception>
    public async Task<bool> ChangeAsync(int siteId, int goalId, GoalDraft draft, CancellationToken cancellationToken = default)
    {
        var entry = Checked(draft);
        if (await access.FindAsync(siteId, cancellationToken) is null)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Goals.Where(goal => goal.Id == goalId && goal.SiteId == siteId).ExecuteUpdateAsync(
            goal => goal.SetProperty(g => g.Name, entry.Name).SetProperty(g => g.Kind, entry.Kind).SetProperty(g => g.Text, entry.Text),
            cancellationToken) > 0;
    }

    /// <inheritdoc cref="ChangeAsync"/>
    public async Task<bool> DeleteAsync(int siteId, int goalId, CancellationToken cancellationToken = default)
    {
        if (await access.FindAsync(siteId, cancellationToken) is null)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Goals.Where(goal => goal.Id == goalId && goal.SiteId == siteId).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private static GoalDraft Checked(GoalDraft draft)
    {
        var tidied = draft.Tidied();
        return tidied.IsValid ? tidied : throw new ArgumentException("The goal's details are not valid.", nameof(draft));
    }
}
