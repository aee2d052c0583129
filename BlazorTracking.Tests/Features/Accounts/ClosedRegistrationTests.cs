using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Tests.Features.Accounts;

public sealed class ClosedRegistrationTests : IDisposable
{
    private readonly AppFactory _app = new() { Settings = { ["Accounts:Registration"] = "Closed" } };

    [Fact]
    public async Task Closed_registration_lets_the_first_person_in()
    {
        using var browser = new AccountBrowser(_app);

        await browser.RegisterAsync("first@example.com");

        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Closed_registration_says_so_once_an_account_exists()
    {
        using var first = new AccountBrowser(_app);
        await first.RegisterAsync("first@example.com");
        using var second = new AccountBrowser(_app);

        var register = await second.GetAsync(AppUrls.Register);
        var signIn = await second.GetAsync(AppUrls.SignIn);

        Assert.Equal("Registration is closed", register.Title);
        Assert.Null(register.Document.QuerySelector("main form"));
        Assert.Null(signIn.Document.QuerySelector($"main a[href^='{AppUrls.Register}']"));
    }

    [Fact]
    public async Task A_form_that_was_open_before_makes_no_second_account()
    {
        using var second = new AccountBrowser(_app);
        var form = await second.GetAsync(AppUrls.Register);
        using var first = new AccountBrowser(_app);
        await first.RegisterAsync("first@example.com");

        var answer = await second.SubmitAsync(form, ("Email", "second@example.com"), ("Password", AccountBrowser.Password));

        Assert.Equal("Registration is closed", answer.Title);
        Assert.Equal(["first@example.com"], await EmailsAsync());
    }

    [Fact]
    public async Task Of_many_who_come_first_at_once_one_gets_in()
    {
        var browsers = Enumerable.Range(0, 6).Select(_ => new AccountBrowser(_app)).ToList();
        var forms = await Task.WhenAll(browsers.Select(browser => browser.GetAsync(AppUrls.Register)));

        await Task.WhenAll(browsers.Select((browser, index) =>
            browser.SubmitAsync(forms[index], ("Email", $"person{index}@example.com"), ("Password", AccountBrowser.Password))));

        Assert.Single(await EmailsAsync());
    }

    public void Dispose() => _app.Dispose();

    private async Task<List<string?>> EmailsAsync()
    {
        await using var context = _app.CreateContext();
        return await context.Users.Select(account => account.Email).ToListAsync();
    }
}
