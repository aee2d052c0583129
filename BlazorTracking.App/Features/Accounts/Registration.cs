using BlazorTracking.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Accounts;

/// <summary>Makes accounts, as long as <c>Accounts:Registration</c> allows it.</summary>
public sealed class Registration(
    AccountManager accounts, IDbContextFactory<TrackingDbContext> contexts, RegistrationGate gate, IOptions<AccountsOptions> options, TimeProvider time)
{
    private static IdentityError Closed => new() { Code = "RegistrationClosed", Description = AccountsText.RegistrationClosed };

    /// <summary>Whether a newcomer can get an account now.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken = default)
    {
        if (options.Value.Registration == RegistrationMode.Open)
        {
            return true;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return !await context.Users.AnyAsync(cancellationToken);
    }

    /// <summary>
    /// Makes an account. What is wrong with the given values is found before the e-mail is looked up, so that it is the
    /// same for a free and a taken one.
    /// </summary>
    public async Task<RegistrationOutcome> RegisterAsync(string displayName, string email, string password)
    {
        var account = new Account
        {
            UserName = email,
            Email = email,
            DisplayName = displayName.Trim(),
            CreatedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        if (await FindPasswordErrorsAsync(account, password) is { Count: > 0 } errors)
        {
            return new RegistrationOutcome(account, errors);
        }

        if (options.Value.Registration == RegistrationMode.Open)
        {
            return await CreateAsync(account, password);
        }

        using var turn = await gate.EnterAsync();
        return await IsOpenAsync() ? await CreateAsync(account, password) : new RegistrationOutcome(account, [Closed]);
    }

    private async Task<List<IdentityError>> FindPasswordErrorsAsync(Account account, string password)
    {
        List<IdentityError> errors = [];
        foreach (var validator in accounts.PasswordValidators)
        {
            errors.AddRange((await validator.ValidateAsync(accounts, account, password)).Errors);
        }

        return errors;
    }

    private async Task<RegistrationOutcome> CreateAsync(Account account, string password)
    {
        if (await accounts.FindByNameAsync(account.UserName!) is not null)
        {
            return new RegistrationOutcome(account, [], IsTaken: true);
        }

        var errors = (await accounts.CreateAsync(account, password)).Errors.ToList();
        return errors.Exists(error => error.Code is nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.DuplicateEmail))
            ? new RegistrationOutcome(account, [], IsTaken: true)
            : new RegistrationOutcome(account, errors);
    }
}

/// <summary>The account exists when there are no errors and its e-mail was not taken.</summary>
/// <param name="Account">What was asked for.</param>
/// <param name="Errors">What is wrong with the given values; may be shown.</param>
/// <param name="IsTaken">The e-mail has an account already; must not be shown.</param>
public sealed record RegistrationOutcome(Account Account, IReadOnlyList<IdentityError> Errors, bool IsTaken = false);
