using System.Security.Cryptography;
using System.Text;
using BlazorTracking.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Accounts;

/// <summary>
/// Identity's store with three differences: tokens (the authenticator's key among them) are encrypted and recovery
/// codes hashed; two registrations of one e-mail at the same moment are an answer, not an exception; and a changed
/// security stamp ends the account's other sessions at once.
/// </summary>
public sealed partial class AccountStore(
    TrackingDbContext context,
    AccountSessions sessions,
    IDataProtectionProvider protection,
    ILogger<AccountStore> logger,
    IdentityErrorDescriber describer) : UserOnlyStore<Account, TrackingDbContext>(context, describer)
{
    private const string Provider = "BlazorTracking";
    private const string RecoveryCodes = "RecoveryCodes";
    private const char CodeSeparator = ';';
    private const int RecoveryCodeIterations = 10_000;

    private readonly IDataProtector _protector = protection.CreateProtector("BlazorTracking.Account.Token");

    public override async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.CreateAsync(user, cancellationToken);
        }
        catch (DbUpdateException)
        {
            Context.Entry(user).State = EntityState.Detached;
            if (await FindByNameAsync(user.NormalizedUserName!, cancellationToken) is null)
            {
                throw;
            }

            return IdentityResult.Failed(ErrorDescriber.DuplicateUserName(user.UserName!));
        }
    }

    public override async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken = default)
    {
        var stamp = Context.Entry(user).Property(account => account.SecurityStamp);
        var changed = !string.Equals(stamp.OriginalValue, stamp.CurrentValue, StringComparison.Ordinal);
        var result = await base.UpdateAsync(user, cancellationToken);
        if (result.Succeeded && changed)
        {
            await sessions.EndOthersAsync(user.Id, cancellationToken);
        }

        return result;
    }

    public override Task SetTokenAsync(Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : _protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        var value = await base.GetTokenAsync(user, loginProvider, name, cancellationToken);
        try
        {
            return value is null ? null : _protector.Unprotect(value);
        }
        catch (CryptographicException exception)
        {
            Log.TokenUnreadable(logger, exception, name);
            return null;
        }
    }

    public override Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        StoreCodesAsync(user, recoveryCodes.Select(code => HashCode(user, code)), cancellationToken);

    public override async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var left = await ReadCodesAsync(user, cancellationToken);
        if (!left.Remove(HashCode(user, code)))
        {
            return false;
        }

        await StoreCodesAsync(user, left, cancellationToken);
        return true;
    }

    public override async Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) =>
        (await ReadCodesAsync(user, cancellationToken)).Count;

    private async Task<List<string>> ReadCodesAsync(Account user, CancellationToken cancellationToken) =>
        (await GetTokenAsync(user, Provider, RecoveryCodes, cancellationToken) ?? "")
            .Split(CodeSeparator, StringSplitOptions.RemoveEmptyEntries).ToList();

    private Task StoreCodesAsync(Account user, IEnumerable<string> hashes, CancellationToken cancellationToken) =>
        SetTokenAsync(user, Provider, RecoveryCodes, string.Join(CodeSeparator, hashes), cancellationToken);

    // The account's id is the salt, so that one calculation answers for all of its codes.
    private static string HashCode(Account user, string code) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(
            code.ToUpperInvariant(), Encoding.UTF8.GetBytes(user.Id), RecoveryCodeIterations, HashAlgorithmName.SHA512, 32));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The account token {Token} cannot be read with the present data protection keys.")]
        public static partial void TokenUnreadable(ILogger logger, Exception exception, string token);
    }
}
