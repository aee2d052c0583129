using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace BlazorTracking.Features.Accounts;

/// <summary>
/// Checks codes of authenticator apps. A code is accepted one step early or late (clocks differ) and once only
/// (RFC 6238, 5.2): the account remembers the step of the last one.
/// </summary>
public sealed class AuthenticatorCodeProvider(TimeProvider time) : IUserTwoFactorTokenProvider<Account>
{
    private const int Tolerance = 1;

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) =>
        !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));

    /// <summary>The app makes the code, not the server.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
        {
            return false;
        }

        var now = TimeBasedCode.StepAt(time.GetUtcNow());
        var given = Encoding.UTF8.GetBytes(token);
        for (var step = Math.Max(now - Tolerance, user.LastAuthenticatorStep + 1); step <= now + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(TimeBasedCode.Compute(key, step)), given))
            {
                user.LastAuthenticatorStep = step;
                return (await manager.UpdateAsync(user)).Succeeded;
            }
        }

        return false;
    }
}
