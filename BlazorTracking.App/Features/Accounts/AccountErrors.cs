using Microsoft.AspNetCore.Identity;

namespace BlazorTracking.Features.Accounts;

/// <summary>Identity's refusals in the reader's language: those that its settings here leave possible.</summary>
public sealed class AccountErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => new() { Code = nameof(DefaultError), Description = AccountsText.ErrorDefaultError };

    public override IdentityError ConcurrencyFailure() => new() { Code = nameof(ConcurrencyFailure), Description = AccountsText.ErrorConcurrencyFailure };

    public override IdentityError PasswordMismatch() => new() { Code = nameof(PasswordMismatch), Description = AccountsText.ErrorPasswordMismatch };

    public override IdentityError InvalidToken() => new() { Code = nameof(InvalidToken), Description = AccountsText.ErrorInvalidToken };

    public override IdentityError InvalidUserName(string? userName) => new() { Code = nameof(InvalidUserName), Description = AccountsText.ErrorInvalidUserName.With(userName) };

    public override IdentityError InvalidEmail(string? email) => new() { Code = nameof(InvalidEmail), Description = AccountsText.ErrorInvalidEmail.With(email) };

    public override IdentityError DuplicateUserName(string userName) => new() { Code = nameof(DuplicateUserName), Description = AccountsText.ErrorDuplicateUserName.With(userName) };

    public override IdentityError DuplicateEmail(string email) => new() { Code = nameof(DuplicateEmail), Description = AccountsText.ErrorDuplicateEmail.With(email) };

    public override IdentityError PasswordTooShort(int length) => new() { Code = nameof(PasswordTooShort), Description = AccountsText.ErrorPasswordTooShort.With(length) };
}
