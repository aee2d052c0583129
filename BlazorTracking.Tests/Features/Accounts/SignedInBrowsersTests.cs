using BlazorTracking.Features.Accounts;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Accounts;

/// <summary>The list of the browsers that an account is signed in on.</summary>
public sealed class SignedInBrowsersTests : IDisposable
{
    private const string Url = AppUrls.ManageAccount + "/Browsers";
    private const string Email = "many@example.com";
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0";
    private const string Safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly AppFactory _app;
    private readonly AccountBrowser _browser;
    private readonly AccountBrowser _other;

    public SignedInBrowsersTests()
    {
        _app = new AppFactory { Clock = _clock };
        _browser = new AccountBrowser(_app, Firefox);
        _other = new AccountBrowser(_app, Safari);
    }

    [Fact]
    public async Task Each_is_listed_with_what_it_is_and_when_it_was_seen_and_this_one_is_marked()
    {
        await SignInBothAsync();
        _clock.Advance(TimeSpan.FromHours(3));

        var page = await _browser.GetAsync(Url);

        var rows = page.Document.QuerySelectorAll(".account-rows li").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(2, rows.Count);
        Assert.StartsWith("Firefox on Linux This browser", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("Safari on iOS seen 3 hours ago · signed in 1 Mar 2026", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_is_signed_out_at_once_and_this_one_stays()
    {
        await SignInBothAsync();

        await SubmitAsync("SignOut");

        Assert.False(await _other.IsSignedInAsync());
        Assert.True(await _browser.IsSignedInAsync());
    }

    [Fact]
    public async Task All_others_are_signed_out_and_this_one_stays()
    {
        await SignInBothAsync();
        using var third = new AccountBrowser(_app);
        await third.SignInAsync(Email);

        await SubmitAsync("SignOutOthers");

        Assert.False(await _other.IsSignedInAsync());
        Assert.False(await third.IsSignedInAsync());
        Assert.True(await _browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Nobody_ends_a_session_of_somebody_else()
    {
        await _browser.RegisterAsync(Email);
        await _other.RegisterAsync("somebody@example.com");
        await using var context = _app.CreateContext();
        var mine = await context.Users.SingleAsync(account => account.Email == Email);
        var theirs = await context.AccountSessions.SingleAsync(session => session.AccountId != mine.Id);

        await _app.Services.GetRequiredService<AccountSessions>().EndAsync(mine.Id, theirs.Id, CancellationToken.None);

        Assert.True(await _other.IsSignedInAsync());
    }

    [Fact]
    public async Task A_browser_that_does_not_say_what_it_is_is_listed_too()
    {
        using var nameless = new AccountBrowser(_app);
        await nameless.RegisterAsync("nameless@example.com");

        var page = await nameless.GetAsync(Url);

        Assert.Contains("Unknown browser", page.Text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _other.Dispose();
        _browser.Dispose();
        _app.Dispose();
    }

    private async Task SignInBothAsync()
    {
        await _browser.RegisterAsync(Email);
        await _other.SignInAsync(Email);
    }

    private async Task SubmitAsync(string handler)
    {
        var page = await _browser.GetAsync(Url);
        var form = page.Document.QuerySelectorAll("main form").Single(form => form.GetAttribute("action")!.EndsWith($"handler={handler}", StringComparison.Ordinal));
        await _browser.PostAsync(
            form.GetAttribute("action")!,
            form.QuerySelectorAll("input").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!)));
    }
}
