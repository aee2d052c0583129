using System.Net;
using AngleSharp.Dom;
using BlazorTracking.Tests.Features.Accounts;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Areas.Identity;

/// <summary>Every account page wears the program's own look and loads nothing else.</summary>
public sealed class AccountPagesTests(AppFactory app) : IClassFixture<AppFactory>
{
    private const string Account = "/Identity/Account/";

    public static TheoryData<string> Public =>
    [
        "Login", "Register", "ForgotPassword", "ForgotPasswordConfirmation", "ResetPassword?code=abcd",
        "ResendEmailConfirmation", "Lockout", "AccessDenied",
    ];

    public static TheoryData<string> Settings =>
    [
        "Manage", "Manage/Email", "Manage/ChangePassword", "Manage/TwoFactorAuthentication", "Manage/EnableAuthenticator",
        "Manage/ResetAuthenticator", "Manage/Browsers", "Manage/PersonalData", "Manage/DeletePersonalData", "Logout",
    ];

    [Theory]
    [MemberData(nameof(Public))]
    public async Task A_public_page_has_our_look(string page)
    {
        using var browser = new AccountBrowser(app);

        AssertOurLook(await browser.GetAsync(Account + page));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_page_of_the_settings_has_our_look(string page)
    {
        using var browser = new AccountBrowser(app);
        await browser.RegisterAsync($"{Guid.NewGuid():N}@example.com");

        AssertOurLook(await browser.GetAsync(Account + page));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_page_of_the_settings_is_not_for_strangers(string page)
    {
        using var browser = new AccountBrowser(app);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(Account + page)).Status);
    }

    [Theory]
    [InlineData("ExternalLogin")]
    [InlineData("RegisterConfirmation?email=a@example.com")]
    public async Task A_page_of_the_package_without_use_here_is_gone(string page)
    {
        using var browser = new AccountBrowser(app);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Account + page)).Status);
    }

    [Fact]
    public async Task Their_files_are_named_by_what_they_hold_as_those_of_the_other_pages()
    {
        using var browser = new AccountBrowser(app);
        using var home = app.OpenBrowser();

        var files = Files((await browser.GetAsync(Account + "Login")).Document);

        Assert.All(files, file => Assert.Matches(@"\.[a-z0-9]{10}\.[a-z.]+$|\?v=\w+$", file));
        Assert.Contains(files, file => file.StartsWith("/app.", StringComparison.Ordinal));
        Assert.Contains(files, file => file.StartsWith("/account.", StringComparison.Ordinal));
        var others = Files(await (await home.GetAsync(AppUrls.Home)).ReadPageAsync());
        Assert.Empty(files.Where(file => !file.StartsWith("/account.", StringComparison.Ordinal)).Except(others));
    }

    [Theory]
    [InlineData("ForgotPassword")]
    [InlineData("ForgotPasswordConfirmation")]
    [InlineData("ResendEmailConfirmation")]
    public async Task A_page_that_promises_a_mail_says_that_there_is_no_mail_server(string page)
    {
        using var browser = new AccountBrowser(app);

        Assert.Contains("No mail server is configured", (await browser.GetAsync(Account + page)).Text, StringComparison.Ordinal);
    }

    private static List<string> Files(IDocument page) =>
        [.. page.QuerySelectorAll("link[href], script[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)];

    private static void AssertOurLook(AccountBrowser.Page page)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Document.QuerySelector("header.header"));
        Assert.EndsWith(" · BlazorTracking", page.Document.Title, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.DoesNotContain("bootstrap", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("jquery", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.All(page.Document.QuerySelectorAll("script"), script => Assert.Contains("shell", script.GetAttribute("src"), StringComparison.Ordinal));
        Assert.All(page.Document.QuerySelectorAll("input[type=password]"), input => Assert.True(string.IsNullOrEmpty(input.GetAttribute("value"))));
    }
}
