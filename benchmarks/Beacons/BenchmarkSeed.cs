using System.Security.Cryptography;
using BlazorTracking.Data.Sqlite;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Sites;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Benchmarks;

/// <summary>An account and its sites, put straight into the server's database.</summary>
/// <param name="LoadSiteId">The site that the load goes to.</param>
/// <param name="LiveSiteId">The site whose dashboards are watched.</param>
internal sealed record BenchmarkSeed(string Email, string Password, int LoadSiteId, int LiveSiteId)
{
    public static async Task<BenchmarkSeed> AddAsync(string directory)
    {
        const string Address = "benchmark@example.com";
        var password = RandomNumberGenerator.GetHexString(32);
        var account = new Account
        {
            UserName = Address,
            NormalizedUserName = Address.ToUpperInvariant(),
            Email = Address,
            NormalizedEmail = Address.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = RandomNumberGenerator.GetHexString(32),
        };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, password);

        await using var context = CreateContext(directory);
        var (load, live) = (Site(account, "Load"), Site(account, "Live"));
        context.AddRange(account, load, live);
        await context.SaveChangesAsync();
        return new BenchmarkSeed(Address, password, load.Id, live.Id);
    }

    private static Site Site(Account owner, string name) => new()
    {
        OwnerId = owner.Id,
        Name = name,
        BaseUrl = "https://example.com",
        TimeZone = "Europe/Berlin",
    };

    private static SqliteTrackingDbContext CreateContext(string directory)
    {
        var options = new DbContextOptionsBuilder<SqliteTrackingDbContext>();
        SqliteTrackingDbContext.Use(options, $"Data Source={Path.Combine(directory, "tracking.db")}");
        return new SqliteTrackingDbContext(options.Options);
    }
}
