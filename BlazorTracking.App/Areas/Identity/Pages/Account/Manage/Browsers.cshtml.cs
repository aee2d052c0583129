using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace BlazorTracking.Areas.Identity.Pages.Manage;

/// <summary>Where the account is signed in, and the way to end that.</summary>
public sealed class BrowsersModel(AccountManager accounts, AccountSignInManager signIn, AccountSessions sessions, TimeProvider clock)
    : SettingsPageModel(accounts, signIn)
{
    /// <summary>This one first, then those that were seen latest.</summary>
    public IReadOnlyList<Browser> Browsers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var current = User.FindSessionId();
        var running = await sessions.ListAsync(Account.Id, cancellationToken);
        Browsers = [.. running.Select(session => Browser.Of(session, session.Id == current, sessions.IsOpen(session.Id), clock.GetUtcNow())).OrderByDescending(browser => browser.IsThis)];
    }

    public async Task<IActionResult> OnPostSignOutAsync(string? id, CancellationToken cancellationToken)
    {
        if (id is not null && id != User.FindSessionId())
        {
            await sessions.EndAsync(Account.Id, id, cancellationToken);
            StatusMessage = AccountsText.BrowserSignedOut;
        }

        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostSignOutOthersAsync(CancellationToken cancellationToken)
    {
        await sessions.EndOthersAsync(Account.Id, cancellationToken);
        StatusMessage = AccountsText.OthersSignedOut;
        return RedirectToPage();
    }

    /// <param name="Id">Names the session; the key in its cookie cannot be told from it.</param>
    public sealed record Browser(string Id, string Description, bool IsThis, string LastSeen, DateTimeOffset SignedInAt)
    {
        internal static Browser Of(AccountSession session, bool isThis, bool isOpen, DateTimeOffset now) => new(
            session.Id,
            SessionDescription.Text(session.Description),
            isThis,
            isOpen ? AccountsText.HasPageOpen : AccountsText.Seen.With(DateText.Ago(now - DateTimeOffset.FromUnixTimeMilliseconds(session.RenewedAt))),
            DateTimeOffset.FromUnixTimeMilliseconds(session.CreatedAt));
    }
}
