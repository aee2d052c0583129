using BlazorTracking.Data;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using AsyncExtensions = LinqToDB.Async.AsyncExtensions;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>The data directory of a <see cref="ServerProcess"/>, prepared before it starts and read while it is down.</summary>
public sealed class ProgramData : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    /// <summary>Of the account that owns the site.</summary>
    public const string OwnerEmail = "owner@example.com";

    /// <summary>Of the account that owns the site.</summary>
    public const string OwnerPassword = "violet tractor harvest";

    public string Path => _directory.FullName;

    /// <summary>What an operator would set to hold the visits; null where nothing is set.</summary>
    public VisitEngine? Engine { get; set; } = VisitEngine.Database;

    /// <summary>What a server must be told to run on it.</summary>
    public IReadOnlyList<string> Settings => Engine is null ? [$"--Data:Directory={Path}"] : [$"--Data:Directory={Path}", $"--Visits:Engine={Engine}"];

    /// <summary>
    /// Creates the database, as a start does, with one site. It is noon there now, so that no test runs over its midnight.
    /// </summary>
    /// <param name="timeZone">That of the site, where it matters.</param>
    public async Task<int> CreateSiteAsync(string? timeZone = null)
    {
        await using var app = Open();
        await app.PrepareDatabaseAsync();
        await app.PrepareVisitsAsync();
        await using var context = await app.Services.GetRequiredService<IDbContextFactory<TrackingDbContext>>().CreateDbContextAsync();
        var name = OwnerEmail.ToUpperInvariant();
        var owner = new Account { UserName = OwnerEmail, Email = OwnerEmail, NormalizedUserName = name, NormalizedEmail = name, EmailConfirmed = true, SecurityStamp = "stamp" };
        owner.PasswordHash = new PasswordHasher<Account>().HashPassword(owner, OwnerPassword);
        var hoursToNoon = 12 - TimeProvider.System.GetUtcNow().Hour;
        var site = new Site
        {
            OwnerId = owner.Id,
            Name = "example.org",
            BaseUrl = "https://example.org",
            TimeZone = timeZone ?? (hoursToNoon >= 0 ? $"Etc/GMT-{hoursToNoon}" : $"Etc/GMT+{-hoursToNoon}"),
        };
        context.Add(owner);
        context.Add(site);
        await context.SaveChangesAsync();
        return site.Id;
    }

    public async Task<IReadOnlyList<Visit>> ReadVisitsAsync(int siteId)
    {
        await using var app = Open();
        return await app.Services.GetRequiredService<IVisitStore>().QueryAsync(
            (visits, token) => AsyncExtensions.ToListAsync(visits.Where(visit => visit.SiteId == siteId), token),
            CancellationToken.None);
    }

    public Task<int> CountVisitsAsync(int siteId) =>
        UseAsync(services => services.GetRequiredService<IVisitStore>().QueryAsync(
            (visits, token) => AsyncExtensions.CountAsync(visits, visit => visit.SiteId == siteId, token), CancellationToken.None));

    public Task AppendAsync(IReadOnlyList<Visit> visits) =>
        UseAsync(async services =>
        {
            await services.GetRequiredService<IVisitStore>().AppendAsync(visits, CancellationToken.None);
            return true;
        });

    /// <summary>As if by a version of the program that knew no engine but the database.</summary>
    public Task ForgetHolderAsync() => UseAsync(async services =>
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<TrackingDbContext>>().CreateDbContextAsync();
        return await EntityFrameworkQueryableExtensions.ExecuteDeleteAsync(context.VisitHolders);
    });

    /// <summary>Does something with the database and the store of visits, wired as the program wires them.</summary>
    public async Task<T> UseAsync<T>(Func<IServiceProvider, Task<T>> use)
    {
        await using var app = Open();
        return await use(app.Services);
    }

    /// <summary>The database and the store of visits, wired as the program wires them; nothing is prepared.</summary>
    public WebApplication Open(params IReadOnlyList<string> settings)
    {
        var builder = WebApplication.CreateSlimBuilder([.. Settings, .. settings]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddData();
        builder.AddVisits();
        return builder.Build();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _directory.Dispose();
    }
}
