using System.Net;
using BlazorTracking.Areas.Identity.Pages;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.AspNetCore.Identity.UI.Services;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Accounts;

/// <summary>New passwords and e-mails by mailed links.</summary>
public sealed class MailedLinkTests : IDisposable
{
    private const string Email = "forgetful@example.com";
    private const string NewPassword = "a quite different phrase";

    private readonly OutBox _outBox = new();
    private readonly AppFactory _origin = new();
    private readonly WebApplicationFactory<Program> _app;
    private readonly AccountBrowser _browser;

    public MailedLinkTests()
    {
        _app = _origin.WithWebHostBuilder(host => host
            .UseSetting("Accounts:PublicUrl", "https://stats.example.com")
            .ConfigureTestServices(services => services.AddSingleton<IEmailSender>(_outBox)));
        _browser = new AccountBrowser(_app);
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_a_mailed_link_and_every_browser_signed_out()
    {
        await _browser.RegisterAsync(Email);
        using var stranger = new AccountBrowser(_app);

        await stranger.SubmitAsync(AppUrls.ForgotPassword, ("Email", Email));
        var answer = await stranger.SubmitAsync(_outBox.LastLink.PathAndQuery, ("Email", Email), ("Password", NewPassword));
        await stranger.SignInAsync(Email, NewPassword);

        Assert.Equal(AppUrls.SignIn, answer.Location);
        Assert.True(await stranger.IsSignedInAsync());
        Assert.False(await _browser.IsSignedInAsync());
    }

    [Fact]
    public async Task A_link_works_once()
    {
        await _browser.RegisterAsync(Email);
        using var stranger = new AccountBrowser(_app);
        await stranger.SubmitAsync(AppUrls.ForgotPassword, ("Email", Email));
        await stranger.SubmitAsync(_outBox.LastLink.PathAndQuery, ("Email", Email), ("Password", NewPassword));

        var again = await stranger.SubmitAsync(_outBox.LastLink.PathAndQuery, ("Email", Email), ("Password", "yet another phrase"));

        Assert.Equal([ResetPasswordModel.Failure], SummaryOf(again));
    }

    [Fact]
    public async Task Asking_for_a_link_and_using_a_wrong_one_do_not_tell_which_accounts_exist()
    {
        await _browser.RegisterAsync(Email);
        using var stranger = new AccountBrowser(_app);

        var known = await stranger.SubmitAsync(AppUrls.ForgotPassword, ("Email", Email));
        var unknown = await stranger.SubmitAsync(AppUrls.ForgotPassword, ("Email", "unknown@example.com"));
        var knownCode = await stranger.SubmitAsync("/Identity/Account/ResetPassword?code=abcd", ("Email", Email), ("Password", NewPassword));
        var unknownCode = await stranger.SubmitAsync("/Identity/Account/ResetPassword?code=abcd", ("Email", "unknown@example.com"), ("Password", NewPassword));

        Assert.Equal((known.Status, known.Location), (unknown.Status, unknown.Location));
        Assert.Single(_outBox.Mails);
        Assert.Equal([ResetPasswordModel.Failure], SummaryOf(knownCode));
        Assert.Equal(SummaryOf(knownCode), SummaryOf(unknownCode));
    }

    [Fact]
    public async Task A_mailed_link_leads_to_the_configured_address_whatever_Host_is_sent()
    {
        await _browser.RegisterAsync(Email);
        using var client = _app.CreateClient(new() { AllowAutoRedirect = false });
        var form = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await client.GetStringAsync(AppUrls.ForgotPassword));
        using var request = new HttpRequestMessage(HttpMethod.Post, AppUrls.ForgotPassword)
        {
            Content = new FormUrlEncodedContent(
            [
                new("Input.Email", Email),
                new("__RequestVerificationToken", form.QuerySelector("main input[name='__RequestVerificationToken']")!.GetAttribute("value")!),
            ]),
        };
        request.Headers.Host = "evil.example";

        using var response = await client.SendAsync(request);

        Assert.Equal("https://stats.example.com", _outBox.LastLink.GetLeftPart(UriPartial.Authority));
    }

    [Fact]
    public async Task A_new_e_mail_counts_once_its_link_was_opened()
    {
        await _browser.RegisterAsync(Email);

        await _browser.SubmitAsync(AppUrls.ManageAccount + "/Email", ("NewEmail", "new@example.com"));
        Assert.Equal(Email, await EmailAsync());
        var answer = await _browser.GetAsync(_outBox.LastLink.PathAndQuery);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("new@example.com", await EmailAsync());
        Assert.True(await _browser.IsSignedInAsync());
    }

    [Fact]
    public async Task A_confirmation_link_confirms_the_e_mail()
    {
        await _browser.RegisterAsync(Email);
        var page = await _browser.GetAsync(AppUrls.ManageAccount + "/Email");
        var token = page.Document.QuerySelector("main input[name='__RequestVerificationToken']")!.GetAttribute("value")!;

        await _browser.PostAsync(AppUrls.ManageAccount + "/Email?handler=SendVerificationEmail", [new("__RequestVerificationToken", token)]);
        await _browser.GetAsync(_outBox.LastLink.PathAndQuery);

        await using var context = _origin.CreateContext();
        Assert.True((await context.Users.SingleAsync()).EmailConfirmed);
    }

    [Theory]
    [InlineData("/Identity/Account/ResetPassword?code=not!base64")]
    [InlineData("/Identity/Account/ConfirmEmail?userId=x&code=not!base64")]
    [InlineData("/Identity/Account/ConfirmEmailChange?userId=x&email=a@example.com&code=not!base64")]
    public async Task A_link_that_was_cut_is_answered_with_a_page_that_says_so(string link)
    {
        var answer = await _browser.GetAsync(link);

        Assert.Equal((HttpStatusCode.BadRequest, "This link is not complete"), (answer.Status, answer.Title));
    }

    [Fact]
    public async Task A_link_of_an_unknown_account_is_answered_with_a_page()
    {
        var answer = await _browser.GetAsync("/Identity/Account/ConfirmEmail?userId=x&code=abcd");

        Assert.Equal((HttpStatusCode.NotFound, "This link leads nowhere"), (answer.Status, answer.Title));
    }

    public void Dispose()
    {
        _browser.Dispose();
        _app.Dispose();
        _origin.Dispose();
    }

    private static List<string> SummaryOf(AccountBrowser.Page page) =>
        [.. page.Document.QuerySelectorAll(".validation-summary-errors li").Select(error => error.TextContent)];

    private async Task<string?> EmailAsync()
    {
        await using var context = _origin.CreateContext();
        return (await context.Users.AsNoTracking().SingleAsync()).Email;
    }
}
