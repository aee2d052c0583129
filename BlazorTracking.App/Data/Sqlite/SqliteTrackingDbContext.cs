using BlazorTracking.Features.Visits;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Data.Sqlite;

public sealed class SqliteTrackingDbContext(DbContextOptions<SqliteTrackingDbContext> options) : TrackingDbContext(options)
{
    public static void Use(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString).AddInterceptors(new SqlitePragmas());

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // 16 bytes instead of the provider's 36 characters of text: the id's index is the largest of the database. The
        // most significant byte first: ids begin with their time, and so new ones go to the index's end.
        builder.Entity<Visit>().Property(visit => visit.Id).HasConversion(id => id.ToByteArray(true), bytes => ReadId(bytes));
    }

    private static Guid ReadId(byte[] bytes) => new(bytes, bigEndian: true);
}
