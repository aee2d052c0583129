using System.Globalization;
using System.Security.Claims;
using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Shell;

/// <summary>The signed-in person's initials, which open what belongs to the account.</summary>
public sealed partial class AccountMenu
{
    [Parameter, EditorRequired]
    public required ClaimsPrincipal Account { get; set; }

    private string Name => Account.FindFirstValue(AccountClaims.DisplayName) ?? Account.Identity?.Name ?? "";

    /// <summary>The first letters of the first and the last word; of an e-mail address, of its name's.</summary>
    private string Initials
    {
        get
        {
            var words = Name.Split('@')[0].Split([' ', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries);
            return words switch
            {
                [] => "?",
                [var only] => FirstLetter(only),
                [var first, .., var last] => FirstLetter(first) + FirstLetter(last),
            };
        }
    }

    private static string FirstLetter(string word) => StringInfo.GetNextTextElement(word).ToUpperInvariant();
}
