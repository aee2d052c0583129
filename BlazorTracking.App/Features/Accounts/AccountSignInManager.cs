using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Accounts;

/// <summary>Identity's sign-in, which takes as long for an unknown e-mail or a locked account as for a wrong password.</summary>
public sealed class AccountSignInManager(
    AccountManager accounts,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation)
    : SignInManager<Account>(accounts, http, claims, options, logger, schemes, confirmation)
{
    public override async Task<SignInResult> PasswordSignInAsync(string userName, string password, bool isPersistent, bool lockoutOnFailure)
    {
        if (await accounts.FindByNameAsync(userName) is not { } account)
        {
            await accounts.SpendPasswordCheckAsync(password);
            return SignInResult.Failed;
        }

        return await PasswordSignInAsync(account, password, isPersistent, lockoutOnFailure);
    }

    public override async Task<SignInResult> CheckPasswordSignInAsync(Account user, string password, bool lockoutOnFailure)
    {
        if (await accounts.IsLockedOutAsync(user))
        {
            await accounts.SpendPasswordCheckAsync(password);
        }

        return await base.CheckPasswordSignInAsync(user, password, lockoutOnFailure);
    }
}
