using System.Net;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Accounts;

public sealed class SignOutTests(AppFactory app) : IClassFixture<AppFactory>
{
    [Fact]
    public async Task R3_Signing_out_ends_the_session_and_says_so()
    {
        using var browser = new AccountBrowser(app);
        await browser.RegisterAsync("leaver@example.com");

        var answer = await browser.SignOutAsync();

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.Status, answer.Location));
        Assert.Equal("You are signed out.", (await browser.GetAsync(AppUrls.SignIn)).Notice);
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task R3_A_link_signs_nobody_out()
    {
        using var browser = new AccountBrowser(app);
        await browser.RegisterAsync("linked@example.com");

        var answer = await browser.GetAsync(AppUrls.SignOut + "?returnUrl=%2F");

        Assert.Equal("Sign out?", answer.Title);
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task R3_A_form_of_another_site_signs_nobody_out()
    {
        using var browser = new AccountBrowser(app);
        await browser.RegisterAsync("forged@example.com");

        var answer = await browser.PostAsync(AppUrls.SignOut, []);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task A_cookie_that_was_copied_before_is_worth_nothing_after_sign_out()
    {
        using var owner = new AccountBrowser(app);
        await owner.RegisterAsync("copied@example.com");
        using var thief = AccountBrowser.CopyOf(owner, app);
        Assert.True(await thief.IsSignedInAsync());

        await owner.SignOutAsync();

        Assert.False(await thief.IsSignedInAsync());
    }

    [Fact]
    public async Task Signing_out_in_one_browser_leaves_the_others_signed_in()
    {
        using var desk = new AccountBrowser(app);
        await desk.RegisterAsync("both@example.com");
        using var phone = new AccountBrowser(app);
        await phone.SignInAsync("both@example.com");

        await desk.SignOutAsync();

        Assert.True(await phone.IsSignedInAsync());
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    public async Task A_return_url_to_elsewhere_goes_home(string returnUrl)
    {
        using var browser = new AccountBrowser(app);
        await browser.RegisterAsync($"evil{returnUrl.Length}@example.com");
        var form = await browser.GetAsync(AppUrls.SignOut);
        var token = form.Document.QuerySelector("main input[name='__RequestVerificationToken']")!.GetAttribute("value")!;

        var answer = await browser.PostAsync(AppUrls.SignOut, [new("__RequestVerificationToken", token), new("returnUrl", returnUrl)]);

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.Status, answer.Location));
    }
}
