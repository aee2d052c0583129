using System.Net;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Tests.Features.Accounts;

public sealed class RegistrationTests(AppFactory app) : IClassFixture<AppFactory>
{
    [Fact]
    public async Task R1_Registering_signs_in_and_goes_home()
    {
        using var browser = new AccountBrowser(app);

        var answer = await browser.RegisterAsync("newcomer@example.com", displayName: "Ada");

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.Status, answer.Location));
        Assert.True(await browser.IsSignedInAsync());
        await using var context = app.CreateContext();
        Assert.Equal("Ada", (await context.Users.SingleAsync(account => account.Email == "newcomer@example.com")).DisplayName);
    }

    [Fact]
    public async Task R1_The_display_name_is_optional()
    {
        using var browser = new AccountBrowser(app);

        await browser.RegisterAsync("nameless@example.com");

        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Registering_goes_back_to_where_it_was_asked_for()
    {
        using var browser = new AccountBrowser(app);

        var answer = await browser.RegisterAsync("deep@example.com", returnUrl: "/sites/7?range=7d");

        Assert.Equal("/sites/7?range=7d", answer.Location);
    }

    public static TheoryData<string, string, string, string> Wrong => new()
    {
        { "", "", AccountBrowser.Password, "Enter your e-mail." },
        { "", "no-address", AccountBrowser.Password, "This is not an e-mail address." },
        { "", "two words@example.com", AccountBrowser.Password, "This is not an e-mail address." },
        { "", new string('a', 110) + "@example.com", AccountBrowser.Password, "An e-mail has at most 120 characters." },
        { new string('n', 51), "wrong@example.com", AccountBrowser.Password, "A display name has at most 50 characters." },
        { "", "wrong@example.com", "", "Choose a password." },
        { "", "wrong@example.com", "7 chars", "A password has at least 8 and at most 128 characters." },
        { "", "wrong@example.com", "Password123", "This password is one of those that are tried first. Take another one; three random words are good." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task R1_A_wrong_value_is_told_at_its_field(string displayName, string email, string password, string error)
    {
        using var browser = new AccountBrowser(app);

        var answer = await browser.RegisterAsync(email, password, displayName);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal([error], answer.Errors);
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task A_password_of_sixty_four_characters_of_any_kind_is_accepted()
    {
        using var browser = new AccountBrowser(app);
        var password = string.Concat(Enumerable.Repeat("пароль-🔑 ", 7))[..64];

        await browser.RegisterAsync("long@example.com", password);
        await browser.SignOutAsync();
        await browser.SignInAsync("long@example.com", password);

        Assert.True(await browser.IsSignedInAsync());
    }

    [Theory]
    [InlineData("o'brien+site@example.com")]
    [InlineData("søren@exämple.com")]
    public async Task An_unusual_e_mail_is_accepted(string email)
    {
        using var browser = new AccountBrowser(app);

        await browser.RegisterAsync(email);

        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task A_taken_e_mail_is_answered_with_a_sentence_that_holds_either_way()
    {
        using var owner = new AccountBrowser(app);
        await owner.RegisterAsync("taken@example.com");
        using var stranger = new AccountBrowser(app);

        var answer = await stranger.RegisterAsync("TAKEN@example.com", "another random phrase");

        Assert.Equal((HttpStatusCode.Redirect, AppUrls.SignIn), (answer.Status, answer.Location));
        Assert.Equal("If this e-mail was free, your account is ready. Sign in to go on.", (await stranger.GetAsync(AppUrls.SignIn)).Notice);
        Assert.False(await stranger.IsSignedInAsync());
    }

    [Fact]
    public async Task A_weak_password_is_refused_alike_for_a_free_and_a_taken_e_mail()
    {
        using var owner = new AccountBrowser(app);
        await owner.RegisterAsync("owner@example.com");
        using var stranger = new AccountBrowser(app);

        var taken = await stranger.RegisterAsync("owner@example.com", "Password123");
        var free = await stranger.RegisterAsync("nobody@example.com", "Password123");

        Assert.Equal(free.Errors, taken.Errors);
    }

    [Fact]
    public async Task The_same_registration_sent_many_times_at_once_makes_one_account_and_no_error()
    {
        var browsers = Enumerable.Range(0, 8).Select(_ => new AccountBrowser(app)).ToList();

        var answers = await Task.WhenAll(browsers.Select(browser => browser.RegisterAsync("twice@example.com")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        await using var context = app.CreateContext();
        Assert.Equal(1, await context.Users.CountAsync(account => account.Email == "twice@example.com"));
    }

    [Fact]
    public async Task A_password_is_typed_hidden_and_never_written_back()
    {
        using var browser = new AccountBrowser(app);

        var answer = await browser.RegisterAsync("no-address", "a secret to be kept");

        var input = answer.Document.QuerySelector("input[name='Input.Password']")!;
        Assert.Equal("password", input.GetAttribute("type"));
        Assert.DoesNotContain("a secret to be kept", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_as_a_name_stays_text()
    {
        using var browser = new AccountBrowser(app);
        await browser.RegisterAsync("script@example.com", displayName: "<img src=x onerror=alert(1)>");

        var page = await browser.GetAsync(AppUrls.ManageAccount);

        Assert.Empty(page.Document.QuerySelectorAll("img"));
        Assert.Equal("<img src=x onerror=alert(1)>", page.Document.QuerySelector("input[name='Input.DisplayName']")!.GetAttribute("value"));
    }
}
