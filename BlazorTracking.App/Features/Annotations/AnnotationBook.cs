using BlazorTracking.Data;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Annotations;

/// <summary>The notes on the days of the signed-in account's sites.</summary>
public sealed class AnnotationBook(SiteAccess access, IDbContextFactory<TrackingDbContext> contexts)
{
    /// <summary>The site's notes on these days in their order; none where the viewer may not see them.</summary>
    public async Task<IReadOnlyList<Annotation>> ListAsync(int siteId, DateOnly first, DateOnly last, CancellationToken cancellationToken = default)
    {
        if (await access.FindViewAsync(siteId, cancellationToken) is not { } view || !view.Shows(SitePanels.Notes))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Annotations.AsNoTracking()
            .Where(note => note.SiteId == siteId && note.Date >= first && note.Date <= last)
            .OrderBy(note => note.Date).ThenBy(note => note.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>False where the signed-in account has no such site, or the site has as many notes as it can have.</summary>
    /// <exception cref="ArgumentException">The draft is not valid.</exception>
    public async Task<bool> AddAsync(int siteId, AnnotationDraft draft, CancellationToken cancellationToken = default)
    {
        var text = Checked(draft);
        if (await access.FindAsync(siteId, cancellationToken) is null)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Annotations.CountAsync(note => note.SiteId == siteId, cancellationToken) >= Annotation.MostOfASite)
        {
            return false;
        }

        context.Annotations.Add(new Annotation { SiteId = siteId, Date = draft.Date, Text = text });
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>False where the signed-in account has no such site, or the site no such note.</summary>
    /// <exception cref="ArgumentException">The draft is not valid.</exception>
    public async Task<bool> ChangeAsync(int siteId, int noteId, AnnotationDraft draft, CancellationToken cancellationToken = default)
    {
        var text = Checked(draft);
        if (await access.FindAsync(siteId, cancellationToken) is null)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Annotations.Where(note => note.Id == noteId && note.SiteId == siteId).ExecuteUpdateAsync(
            note => note.SetProperty(n => n.Date, draft.Date).SetProperty(n => n.Text, text),
            cancellationToken) > 0;
    }

    /// <summary>False where the signed-in account has no such site, or the site no such note.</summary>
    public async Task<bool> DeleteAsync(int siteId, int noteId, CancellationToken cancellationToken = default)
    {
        if (await access.FindAsync(siteId, cancellationToken) is null)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Annotations.Where(note => note.Id == noteId && note.SiteId == siteId).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private static string Checked(AnnotationDraft draft) =>
        draft.Error is null ? draft.Text.Trim() : throw new ArgumentException("The note is not valid.", nameof(draft));
}
