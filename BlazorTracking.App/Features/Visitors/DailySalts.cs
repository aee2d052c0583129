using System.Collections.Concurrent;
using System.Security.Cryptography;
using BlazorTracking.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Visitors;

/// <summary>
/// The salts of the calendar dates. They stand in the database, so that a restart or a second process keeps a visitor
/// one visitor, and are deleted when their date has ended everywhere for two days: from then on nobody can tell who a
/// visitor was.
/// </summary>
public sealed class DailySalts(IDbContextFactory<TrackingDbContext> contexts, TimeProvider time) : IDisposable
{
    /// <summary>The last place on earth where a date ends is twelve hours behind UTC.</summary>
    private static readonly TimeSpan _lastZone = TimeSpan.FromHours(12);

    private const int DaysKept = 2;

    private readonly ConcurrentDictionary<DateOnly, byte[]> _known = new();
    private readonly SemaphoreSlim _creating = new(1);

    /// <summary>The salt of a date, made when it is first asked for.</summary>
    public async ValueTask<byte[]> GetAsync(DateOnly date, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(date, out var known))
        {
            return known;
        }

        await _creating.WaitAsync(cancellationToken);
        try
        {
            return _known.TryGetValue(date, out known) ? known : _known[date] = await ReadOrCreateAsync(date, cancellationToken);
        }
        finally
        {
            _creating.Release();
        }
    }

    /// <summary>Deletes the salts that are no longer needed.</summary>
    public async Task RemoveOldAsync(CancellationToken cancellationToken)
    {
        // The date that ended last, everywhere on earth, is yesterday twelve hours behind UTC.
        var oldestKept = DateOnly.FromDateTime((time.GetUtcNow() - _lastZone).UtcDateTime).AddDays(-DaysKept);
        foreach (var date in _known.Keys.Where(date => date < oldestKept))
        {
            _known.TryRemove(date, out _);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.DailySalts.Where(salt => salt.Date < oldestKept).ExecuteDeleteAsync(cancellationToken);
    }

    public void Dispose() => _creating.Dispose();

    private async Task<byte[]> ReadOrCreateAsync(DateOnly date, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await FindAsync(context, date, cancellationToken);
        if (stored is not null)
        {
            return stored;
        }

        var salt = new DailySalt { Date = date, Value = RandomNumberGenerator.GetBytes(DailySalt.Length) };
        context.DailySalts.Add(salt);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return salt.Value;
        }
        catch (DbUpdateException)
        {
            // Another process made it in the meantime: its salt is the one that counts.
            if (await FindAsync(context, date, cancellationToken) is { } others)
            {
                return others;
            }

            throw;
        }
    }

    private static Task<byte[]?> FindAsync(TrackingDbContext context, DateOnly date, CancellationToken cancellationToken) =>
        context.DailySalts.AsNoTracking().Where(salt => salt.Date == date).Select(salt => (byte[]?)salt.Value).FirstOrDefaultAsync(cancellationToken);
}
