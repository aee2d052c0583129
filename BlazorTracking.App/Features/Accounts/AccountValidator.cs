using Microsoft.AspNetCore.Identity;

namespace BlazorTracking.Features.Accounts;

/// <summary>The lengths of e-mail and display name, wherever they are changed.</summary>
public sealed class AccountValidator : IUserValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user)
    {
        List<IdentityError> errors = [];
        if (user.Email is { Length: > Account.EmailMaxLength })
        {
            errors.Add(new IdentityError { Code = "EmailTooLong", Description = AccountsText.EmailMayNotBeLonger.With(Account.EmailMaxLength) });
        }

        if (user.DisplayName.Length > Account.DisplayNameMaxLength)
        {
            errors.Add(new IdentityError { Code = "DisplayNameTooLong", Description = AccountsText.DisplayNameMayNotBeLonger.With(Account.DisplayNameMaxLength) });
        }

        return Task.FromResult(errors.Count == 0 ? IdentityResult.Success : IdentityResult.Failed([.. errors]));
    }
}
