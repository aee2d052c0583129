using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Accounts;

/// <summary>Identity's claims and the display name.</summary>
public sealed class AccountClaimsFactory(UserManager<Account> accounts, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var name = user.DisplayName.Length > 0 ? user.DisplayName : user.Email ?? "";
        identity.AddClaim(new Claim(AccountClaims.DisplayName, name));
        return identity;
    }
}
