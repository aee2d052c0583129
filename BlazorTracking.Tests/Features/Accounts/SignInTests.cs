using System.Net;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Accounts;

public sealed class SignInTests(AppFactory app) : IClassFixture<AppFactory>
{
    private static int _next;

    [Fact]
    public async Task R2_Signing_in_goes_home_and_says_so_once()
    {
        var email = await RegisteredAsync();
        using var browser = new AccountBrowser(app);

        var answer = await browser.SignInAsync(email);
        var next = await browser.GetAsync(AppUrls.ManageAccount);
        var later = await browser.GetAsync(AppUrls.ManageAccount);

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.Status, answer.Location));
        Assert.Equal("Logged in successfully.", next.Notice);
        Assert.Null(later.Notice);
    }

    [Fact]
    public async Task R2_A_notice_outlives_the_redirect_from_the_home_page()
    {
        using var browser = new AccountBrowser(app);
        await browser.SignInAsync(await RegisteredAsync());

        var home = await browser.GetAsync(AppUrls.Home);
        var next = await browser.GetAsync(AppUrls.ManageAccount);

        Assert.Equal(HttpStatusCode.Redirect, home.Status);
        Assert.Equal("Logged in successfully.", next.Notice);
    }

    [Fact]
    public async Task R2_Signing_in_goes_to_the_local_return_url()
    {
        using var browser = new AccountBrowser(app);

        var answer = await browser.SignInAsync(await RegisteredAsync(), returnUrl: "/sites/3?range=30d&from=a%26b");

        Assert.Equal("/sites/3?range=30d&from=a%26b", answer.Location);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("~//evil.example")]
    [InlineData("evil")]
    public async Task R2_A_return_url_to_elsewhere_goes_home(string returnUrl)
    {
        var email = await RegisteredAsync();
        using var stranger = new AccountBrowser(app);

        var signedIn = await stranger.SignInAsync(email, returnUrl: returnUrl);
        var again = await stranger.GetAsync($"{AppUrls.SignIn}?returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal((HttpStatusCode.Redirect, "/"), (signedIn.Status, signedIn.Location));
        Assert.Equal((HttpStatusCode.Redirect, "/"), (again.Status, again.Location));
    }

    [Fact]
    public async Task R5_A_protected_page_leads_a_stranger_to_sign_in_and_back()
    {
        var email = await RegisteredAsync();
        using var browser = new AccountBrowser(app);
        var page = $"{AppUrls.ManageAccount}/Email?from=a%26b&to=c";

        var refused = await browser.GetAsync(page);
        var form = await browser.GetAsync(refused.Location!);
        var answer = await browser.SubmitAsync(form, ("Email", email), ("Password", AccountBrowser.Password));

        Assert.Equal(HttpStatusCode.Redirect, refused.Status);
        Assert.StartsWith(AppUrls.SignIn, refused.Location, StringComparison.Ordinal);
        Assert.Contains("Please log in to access this page.", form.Text, StringComparison.Ordinal);
        Assert.Equal(page, answer.Location);
    }

    [Fact]
    public async Task A_redirect_to_sign_in_does_not_repeat_the_host_header()
    {
        using var client = app.CreateClient(new() { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, AppUrls.ManageAccount);
        request.Headers.Host = "evil.example";

        using var response = await client.SendAsync(request);

        Assert.StartsWith("/", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R18_An_unknown_e_mail_a_wrong_password_and_a_locked_account_get_one_answer()
    {
        var email = await RegisteredAsync();
        using var browser = new AccountBrowser(app);

        var unknown = await browser.SignInAsync("unknown@example.com", "wrong");
        var wrong = await browser.SignInAsync(email, "wrong");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await browser.SignInAsync(email, "wrong");
        }

        var locked = await browser.SignInAsync(email);

        Assert.Equal([BlazorTracking.Areas.Identity.Pages.LoginModel.Failure], unknown.Errors);
        Assert.Equal(unknown.Text, wrong.Text);
        Assert.Equal(unknown.Text, locked.Text);
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task An_unknown_e_mail_a_wrong_password_and_a_locked_account_cost_one_hash_each()
    {
        var email = await RegisteredAsync();
        var hashes = new HashCount();
        using var counting = Counting(hashes);
        using var browser = new AccountBrowser(counting);

        var unknown = await hashes.OfAsync(() => browser.SignInAsync("unknown@example.com", "wrong"));
        var wrong = await hashes.OfAsync(() => browser.SignInAsync(email, "wrong"));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await browser.SignInAsync(email, "wrong");
        }

        var locked = await hashes.OfAsync(() => browser.SignInAsync(email));

        Assert.Equal((1, 1, 1), (unknown, wrong, locked));
    }

    [Fact]
    public async Task Registering_costs_one_hash_for_a_free_and_for_a_taken_e_mail()
    {
        var hashes = new HashCount();
        using var counting = Counting(hashes);
        using var browser = new AccountBrowser(counting);
        var taken = await RegisteredAsync();

        var whenTaken = await hashes.OfAsync(() => browser.RegisterAsync(taken, "another random phrase"));
        var whenFree = await hashes.OfAsync(() => browser.RegisterAsync("free@example.com", "another random phrase"));

        Assert.Equal((1, 1), (whenTaken, whenFree));
    }

    [Fact]
    public async Task A_session_ends_with_the_browser_unless_it_shall_be_kept()
    {
        var email = await RegisteredAsync();
        using var passing = new AccountBrowser(app);
        using var kept = new AccountBrowser(app);

        await passing.SignInAsync(email);
        var passingCookie = SessionCookieOf(passing);
        await kept.SubmitAsync(AppUrls.SignIn, ("Email", email), ("Password", AccountBrowser.Password), ("RememberMe", "true"));

        Assert.DoesNotContain("expires=", passingCookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("expires=", SessionCookieOf(kept), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_for_scripts_and_other_sites()
    {
        using var browser = new AccountBrowser(app);

        await browser.SignInAsync(await RegisteredAsync());

        var cookie = SessionCookieOf(browser);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_page_that_says_why()
    {
        using var browser = new AccountBrowser(app);

        var answer = await browser.PostAsync(AppUrls.SignIn, [new("Input.Email", "a@example.com"), new("Input.Password", "some words")]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("This form is too old", answer.Title);
    }

    [Fact]
    public async Task Too_many_attempts_from_one_address_are_refused_for_a_while()
    {
        using var limited = new AppFactory { Settings = { ["Accounts:AttemptLimitPerMinute"] = "3" } };
        using var browser = new AccountBrowser(limited);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync("unknown@example.com", "wrong")).Status);
        }

        var answer = await browser.SignInAsync("unknown@example.com", "wrong");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal("Too many attempts", answer.Title);
    }

    private static string SessionCookieOf(AccountBrowser browser) =>
        browser.LastCookies.Single(cookie => cookie.StartsWith(".AspNetCore.Identity.Application=", StringComparison.Ordinal));

    private WebApplicationFactory<Program> Counting(HashCount hashes) => app.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
        services.AddSingleton(hashes).AddScoped<IPasswordHasher<Account>, CountingHasher>()));

    private async Task<string> RegisteredAsync()
    {
        var email = $"person{Interlocked.Increment(ref _next)}@example.com";
        using var browser = new AccountBrowser(app);
        await browser.RegisterAsync(email);
        return email;
    }
}
