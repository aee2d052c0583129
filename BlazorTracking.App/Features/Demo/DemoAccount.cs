using System.Security.Cryptography;
using BlazorTracking.Data;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visitors;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Demo;

/// <summary>
/// The account that owns the demonstration sites. Its password is made at random when the demonstration is first
/// started and kept in a file in the data directory, readable by the owner alone, so that it can be printed again.
/// </summary>
internal sealed class DemoAccount(
    IServiceScopeFactory scopes,
    IDbContextFactory<TrackingDbContext> contexts,
    DataDirectory directory,
    TimeProvider time)
{
    /// <summary>Nobody's: the domain is reserved for examples (RFC 2606).</summary>
    public const string Email = "demo@example.com";

    public const string PasswordFile = "demo-password.txt";

    // Without characters that look alike.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private const string Digits = "23456789";
    private const int GroupLength = 5;

    /// <summary>Null where its owner changed it since it was made.</summary>
    public string? Password { get; private set; }

    /// <summary>Creates account and sites where they are missing and gives the demonstration's sites, each with its character.</summary>
    public async Task<IReadOnlyList<(DemoSite Character, Site Site)>> PrepareAsync(CancellationToken cancellationToken)
    {
        var ownerId = await PrepareAccountAsync();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sites = await context.Sites.Where(site => site.OwnerId == ownerId).ToListAsync(cancellationToken);
        if (sites.Count == 0)
        {
            foreach (var character in DemoSites.All)
            {
                // One by one: in the order in which they are to be listed.
                var site = Create(character, ownerId);
                context.Sites.Add(site);
                await context.SaveChangesAsync(cancellationToken);
                sites.Add(site);

                context.Goals.AddRange(DemoReports.Goals(character, site));
                context.Funnels.AddRange(DemoReports.Funnels(character, site));
                context.Annotations.AddRange(DemoReports.Notes(character, site, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
                await context.SaveChangesAsync(cancellationToken);
            }
        }

        return [.. sites
            .Select(site => (Character: DemoSites.All.FirstOrDefault(character => character.BaseUrl == site.BaseUrl), site))
            .Where(pair => pair.Character is not null)
            .Select(pair => (pair.Character!, pair.site))];
    }

    private async Task<string> PrepareAccountAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var file = directory.PathOf(PasswordFile);
        var password = File.Exists(file) ? (await File.ReadAllTextAsync(file)).Trim() : "";
        var isNew = password.Length == 0;
        if (isNew)
        {
            password = CreatePassword();
            await WriteAsync(file, password);
        }

        var account = await accounts.FindByEmailAsync(Email);
        if (account is null)
        {
            account = new Account
            {
                UserName = Email,
                Email = Email,
                EmailConfirmed = true,
                DisplayName = "Demo",
                CreatedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
            };
            Check(await accounts.CreateAsync(account, password));
        }
        else if (isNew)
        {
            // The file was deleted to get a new one.
            Check(await accounts.RemovePasswordAsync(account));
            Check(await accounts.AddPasswordAsync(account, password));
        }

        Password = await accounts.CheckPasswordAsync(account, password) ? password : null;
        return account.Id;
    }

    private Site Create(DemoSite character, string ownerId) => new()
    {
        OwnerId = ownerId,
        Name = character.Name,
        BaseUrl = character.BaseUrl,
        TimeZone = character.TimeZone,
        RecognitionSalt = character.RecognisesVisitors ? RandomNumberGenerator.GetBytes(SipHash.KeyLength) : null,
        CreatedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    /// <summary>Some 80 bits, in groups that can be read out.</summary>
    private static string CreatePassword() => string.Join(
        '-',
        RandomNumberGenerator.GetString(Letters.ToUpperInvariant(), GroupLength),
        RandomNumberGenerator.GetString(Letters, GroupLength),
        RandomNumberGenerator.GetString(Digits, GroupLength),
        RandomNumberGenerator.GetString(Letters, GroupLength));

    private static async Task WriteAsync(string path, string password)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var writer = new StreamWriter(path, options);
        await writer.WriteLineAsync(password);
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(
                $"The demonstration's account could not be made: {string.Join(' ', result.Errors.Select(error => error.Description))}");
        }
    }
}
