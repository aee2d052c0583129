using System.Text;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Accounts;

public sealed class AccountSessionsTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly AppFactory _app;
    private readonly AccountBrowser _browser;

    public AccountSessionsTests()
    {
        _app = new AppFactory { Clock = _clock };
        _browser = new AccountBrowser(_app);
    }

    [Fact]
    public async Task The_database_holds_neither_the_cookies_key_nor_a_readable_ticket()
    {
        await _browser.RegisterAsync("stored@example.com");

        await using var context = _app.CreateContext();
        var session = await context.AccountSessions.SingleAsync();
        Assert.DoesNotContain(session.Id, _browser.SessionCookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("stored@example.com", Encoding.UTF8.GetString(session.Ticket), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_session_in_use_lasts_and_one_left_alone_for_two_weeks_does_not()
    {
        await _browser.RegisterAsync("lasting@example.com");
        _clock.Advance(TimeSpan.FromDays(10));
        Assert.True(await _browser.IsSignedInAsync());
        _clock.Advance(TimeSpan.FromDays(10));
        Assert.True(await _browser.IsSignedInAsync());

        _clock.Advance(TimeSpan.FromDays(15));

        Assert.False(await _browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Expired_sessions_are_removed_and_running_ones_are_not()
    {
        await _browser.RegisterAsync("expired@example.com");
        _clock.Advance(TimeSpan.FromDays(13));
        using var other = new AccountBrowser(_app);
        await other.SignInAsync("expired@example.com");
        var sessions = _app.Services.GetRequiredService<AccountSessions>();

        _clock.Advance(TimeSpan.FromDays(2));
        await sessions.RemoveExpiredAsync(CancellationToken.None);

        await using var context = _app.CreateContext();
        Assert.Equal(1, await context.AccountSessions.CountAsync());
        Assert.True(await other.IsSignedInAsync());
    }

    [Fact]
    public async Task A_changed_password_ends_every_other_session_at_once_and_keeps_this_one()
    {
        await _browser.RegisterAsync("changed@example.com");
        using var other = new AccountBrowser(_app);
        await other.SignInAsync("changed@example.com");

        await _browser.SubmitAsync(
            AppUrls.ManageAccount + "/ChangePassword", ("OldPassword", AccountBrowser.Password), ("NewPassword", "another random phrase"));

        Assert.False(await other.IsSignedInAsync());
        Assert.True(await _browser.IsSignedInAsync());
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.True(await _browser.IsSignedInAsync());
    }

    [Fact]
    public async Task A_security_stamp_changed_behind_our_back_ends_the_session_within_the_interval()
    {
        await _browser.RegisterAsync("stamp@example.com");
        await using (var context = _app.CreateContext())
        {
            await context.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.SecurityStamp, "another"));
        }

        _clock.Advance(TimeSpan.FromSeconds(61));

        Assert.False(await _browser.IsSignedInAsync());
    }

    [Fact]
    public async Task A_ticket_of_another_account_does_not_take_over_a_session()
    {
        await _browser.RegisterAsync("one@example.com");
        using var second = new AccountBrowser(_app);
        await second.RegisterAsync("two@example.com");
        await using var context = _app.CreateContext();
        var one = await context.Users.SingleAsync(account => account.Email == "one@example.com");
        var two = await context.Users.SingleAsync(account => account.Email == "two@example.com");
        var session = await context.AccountSessions.AsNoTracking().SingleAsync(row => row.AccountId == one.Id);

        await _app.Services.GetRequiredService<AccountSessions>().RenewAsync(session.Id, two.Id, [1, 2, 3], session.ExpiresAt, CancellationToken.None);

        Assert.True(await _browser.IsSignedInAsync());
    }

    public void Dispose()
    {
        _browser.Dispose();
        _app.Dispose();
    }
}
