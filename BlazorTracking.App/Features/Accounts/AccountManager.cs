using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Accounts;

/// <summary>Identity's manager of accounts, where everything that hashes a password goes through the gate.</summary>
public sealed class AccountManager(
    IUserStore<Account> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<Account> hasher,
    IEnumerable<IUserValidator<Account>> accountValidators,
    IEnumerable<IPasswordValidator<Account>> passwordValidators,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<Account>> logger,
    HashingGate gate)
    : UserManager<Account>(store, options, hasher, accountValidators, passwordValidators, normalizer, errors, services, logger)
{
    /// <summary>Takes the time that checking a password takes, for where there is nothing to check it against.</summary>
    public Task SpendPasswordCheckAsync(string password) =>
        gate.RunAsync(() => Task.FromResult(PasswordHasher.HashPassword(new Account(), password)));

    public override Task<IdentityResult> CreateAsync(Account user, string password) =>
        gate.RunAsync(() => base.CreateAsync(user, password));

    public override Task<bool> CheckPasswordAsync(Account user, string password) =>
        gate.RunAsync(() => base.CheckPasswordAsync(user, password));

    public override Task<IdentityResult> AddPasswordAsync(Account user, string password) =>
        gate.RunAsync(() => base.AddPasswordAsync(user, password));

    public override Task<IdentityResult> ChangePasswordAsync(Account user, string currentPassword, string newPassword) =>
        gate.RunAsync(() => base.ChangePasswordAsync(user, currentPassword, newPassword));

    public override Task<IdentityResult> ResetPasswordAsync(Account user, string token, string newPassword) =>
        gate.RunAsync(() => base.ResetPasswordAsync(user, token, newPassword));
}
