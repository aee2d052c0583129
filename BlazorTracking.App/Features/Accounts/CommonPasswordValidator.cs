using System.Collections.Frozen;
using BlazorTracking.Operation;
using Microsoft.AspNetCore.Identity;

namespace BlazorTracking.Features.Accounts;

/// <summary>
/// Refuses what is tried first: the most common passwords (<c>common-passwords.txt</c>), one character repeated, a run
/// of the keyboard or the alphabet, and the account's own e-mail or name. After NIST SP 800-63B, 3.1.1.2.
/// </summary>
public sealed class CommonPasswordValidator : IPasswordValidator<Account>
{
    private const int ShortestOwnWord = 4;

    private static readonly string[] _runs =
    [
        "abcdefghijklmnopqrstuvwxyz",
        "0123456789012345678901234567890",
        "qwertyuiopasdfghjklzxcvbnm",
        "qwertzuiopasdfghjklyxcvbnm",
        "azertyuiopqsdfghjklmwxcvbn",
    ];

    private static readonly Lazy<FrozenSet<string>> _common = new(ReadList);

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(IsCommon(user, password ?? "")
            ? IdentityResult.Failed(new IdentityError
            {
                Code = "CommonPassword",
                Description = AccountsText.PasswordCommon,
            })
            : IdentityResult.Success);

    private static bool IsCommon(Account user, string password)
    {
        var lower = password.ToLowerInvariant();
        return _common.Value.Contains(lower)
            || lower.Distinct().Count() <= 2
            || _runs.Any(run => IsRun(run, lower))
            || OwnWords(user).Any(word => lower == word || lower.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '!') == word);
    }

    private static bool IsRun(string run, string password) =>
        run.Contains(password, StringComparison.Ordinal)
        || run.Contains(new string([.. password.Reverse()]), StringComparison.Ordinal);

    private static IEnumerable<string> OwnWords(Account user)
    {
        var email = user.Email ?? "";
        return new[] { email, email.Split('@')[0], user.DisplayName, "blazortracking" }
            .Where(word => word.Length >= ShortestOwnWord)
            .Select(word => word.ToLowerInvariant());
    }

    private static FrozenSet<string> ReadList() =>
        EmbeddedFile.ReadText("common-passwords.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
}
