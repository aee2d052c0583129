using System.Net;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Accounts;

public sealed class TwoFactorTests : IDisposable
{
    private const string Email = "careful@example.com";
    private const string Manage = AppUrls.ManageAccount;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly AppFactory _app;
    private readonly AccountBrowser _browser;
    private string _key = "";
    private IReadOnlyList<string> _recoveryCodes = [];

    public TwoFactorTests()
    {
        _app = new AppFactory { Clock = _clock };
        _browser = new AccountBrowser(_app);
    }

    [Fact]
    public async Task The_app_is_set_up_with_a_QR_code_inside_the_page_and_a_key_to_type()
    {
        await _browser.RegisterAsync(Email);

        var page = await _browser.GetAsync(Manage + "/EnableAuthenticator");

        Assert.StartsWith("data:image/svg+xml;base64,", page.Document.QuerySelector("main img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Matches("^([a-z2-7]{4} ){7}[a-z2-7]{4}$", page.Document.QuerySelector("kbd")!.TextContent);
    }

    [Fact]
    public async Task A_right_code_turns_it_on_gives_recovery_codes_and_keeps_this_browser_signed_in()
    {
        await TurnOnAsync();

        Assert.Equal(10, _recoveryCodes.Distinct(StringComparer.Ordinal).Count());
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Contains("10 of 10 left", (await _browser.GetAsync(Manage + "/TwoFactorAuthentication")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_turns_nothing_on()
    {
        await _browser.RegisterAsync(Email);

        var answer = await _browser.SubmitAsync(Manage + "/EnableAuthenticator", ("Code", "000000"));

        Assert.Single(answer.Errors);
        await using var context = _app.CreateContext();
        Assert.False((await context.Users.SingleAsync()).TwoFactorEnabled);
    }

    [Fact]
    public async Task The_password_alone_signs_nobody_in_any_more()
    {
        await TurnOnAsync();
        using var other = new AccountBrowser(_app);

        var answer = await other.SignInAsync(Email, returnUrl: "/sites/1?range=7d");

        Assert.StartsWith("/Identity/Account/LoginWith2fa", answer.Location, StringComparison.Ordinal);
        Assert.False(await other.IsSignedInAsync());
    }

    [Fact]
    public async Task Password_and_code_sign_in_and_go_back_to_where_it_was_asked_for()
    {
        await TurnOnAsync();
        _clock.Advance(TimeBasedCode.Step * 2);
        using var other = new AccountBrowser(_app);

        var step = await other.SignInAsync(Email, returnUrl: "/sites/1?range=7d");
        var answer = await other.SubmitAsync(step.Location!, ("Code", CodeNow()));

        Assert.Equal((HttpStatusCode.Redirect, "/sites/1?range=7d"), (answer.Status, answer.Location));
        Assert.True(await other.IsSignedInAsync());
    }

    [Fact]
    public async Task A_code_signs_in_once()
    {
        await TurnOnAsync();
        _clock.Advance(TimeBasedCode.Step * 2);
        using var owner = new AccountBrowser(_app);
        await EnterAsync(owner, CodeNow());
        using var onlooker = new AccountBrowser(_app);

        var answer = await EnterAsync(onlooker, CodeNow());

        Assert.Single(answer.Errors);
        Assert.False(await onlooker.IsSignedInAsync());
    }

    [Fact]
    public async Task The_code_that_turned_it_on_signs_nobody_in()
    {
        await TurnOnAsync();
        using var onlooker = new AccountBrowser(_app);

        await EnterAsync(onlooker, CodeNow());

        Assert.False(await onlooker.IsSignedInAsync());
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_account_for_a_while()
    {
        await TurnOnAsync();
        using var guesser = new AccountBrowser(_app);
        var step = await guesser.SignInAsync(Email);
        for (var attempt = 0; attempt < 4; attempt++)
        {
            await guesser.SubmitAsync(step.Location!, ("Code", "000000"));
        }

        var answer = await guesser.SubmitAsync(step.Location!, ("Code", "000000"));

        Assert.Equal("/Identity/Account/Lockout", answer.Location);
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once()
    {
        await TurnOnAsync();
        using var owner = new AccountBrowser(_app);
        await owner.SignInAsync(Email);
        await owner.SubmitAsync("/Identity/Account/LoginWithRecoveryCode", ("Code", _recoveryCodes[3].ToLowerInvariant()));
        using var thief = new AccountBrowser(_app);
        await thief.SignInAsync(Email);

        await thief.SubmitAsync("/Identity/Account/LoginWithRecoveryCode", ("Code", _recoveryCodes[3]));

        Assert.True(await owner.IsSignedInAsync());
        Assert.False(await thief.IsSignedInAsync());
        Assert.Contains("9 of 10 left", (await owner.GetAsync(Manage + "/TwoFactorAuthentication")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_recovery_codes_replace_the_old_ones()
    {
        await TurnOnAsync();
        await _browser.SubmitAsync(Manage + "/GenerateRecoveryCodes");
        using var other = new AccountBrowser(_app);
        await other.SignInAsync(Email);

        await other.SubmitAsync("/Identity/Account/LoginWithRecoveryCode", ("Code", _recoveryCodes[0]));

        Assert.False(await other.IsSignedInAsync());
    }

    [Fact]
    public async Task The_database_holds_neither_the_key_nor_a_recovery_code_in_readable_form()
    {
        await TurnOnAsync();

        await using var context = _app.CreateContext();
        var values = await context.UserTokens.Select(token => token.Value!).ToListAsync();
        Assert.Equal(2, values.Count);
        Assert.All(values, value => Assert.DoesNotContain(_key, value, StringComparison.OrdinalIgnoreCase));
        Assert.All(values, value => Assert.DoesNotContain(_recoveryCodes, code => value.Contains(code, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Turning_it_off_makes_the_password_enough_again()
    {
        await TurnOnAsync();
        await _browser.SubmitAsync(Manage + "/Disable2fa");
        using var other = new AccountBrowser(_app);

        await other.SignInAsync(Email);

        Assert.True(await other.IsSignedInAsync());
        Assert.True(await _browser.IsSignedInAsync());
    }

    [Theory]
    [InlineData("/Identity/Account/LoginWith2fa")]
    [InlineData("/Identity/Account/LoginWithRecoveryCode")]
    public async Task The_second_step_without_the_first_leads_to_sign_in(string page)
    {
        var answer = await _browser.GetAsync(page);

        Assert.Equal((HttpStatusCode.Redirect, AppUrls.SignIn), (answer.Status, answer.Location));
    }

    public void Dispose()
    {
        _browser.Dispose();
        _app.Dispose();
    }

    private string CodeNow() => TimeBasedCode.Compute(_key, TimeBasedCode.StepAt(_clock.GetUtcNow()));

    private async Task TurnOnAsync()
    {
        await _browser.RegisterAsync(Email);
        var setup = await _browser.GetAsync(Manage + "/EnableAuthenticator");
        _key = setup.Document.QuerySelector("kbd")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var verified = await _browser.SubmitAsync(setup, ("Code", CodeNow()));
        var codes = await _browser.GetAsync(verified.Location!);
        _recoveryCodes = [.. codes.Document.QuerySelectorAll(".account-codes code").Select(code => code.TextContent)];
    }

    private static async Task<AccountBrowser.Page> EnterAsync(AccountBrowser browser, string code)
    {
        var step = await browser.SignInAsync(Email);
        return await browser.SubmitAsync(step.Location!, ("Code", code));
    }
}
