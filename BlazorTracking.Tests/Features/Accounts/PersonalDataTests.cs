using System.Net;
using System.Text.Json;
using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Accounts;

public sealed class PersonalDataTests : IDisposable
{
    private const string Delete = AppUrls.ManageAccount + "/DeletePersonalData";

    private readonly AppFactory _app = new();
    private readonly AccountBrowser _browser;

    public PersonalDataTests() => _browser = new AccountBrowser(_app);

    [Fact]
    public async Task The_download_holds_account_sites_and_sessions()
    {
        await RegisterWithSiteAsync(_browser, "exporter@example.com");

        var answer = await _browser.SubmitAsync(AppUrls.ManageAccount + "/PersonalData");

        using var json = JsonDocument.Parse(answer.Html);
        Assert.Equal("exporter@example.com", json.RootElement.GetProperty("account").GetProperty("email").GetString());
        Assert.Equal("https://example.com", json.RootElement.GetProperty("sites")[0].GetProperty("baseUrl").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("sessions").GetArrayLength());
    }

    [Fact]
    public async Task The_download_holds_nothing_that_signs_in()
    {
        await RegisterWithSiteAsync(_browser, "secret@example.com");

        var answer = await _browser.SubmitAsync(AppUrls.ManageAccount + "/PersonalData");

        await using var context = _app.CreateContext();
        var account = await context.Users.SingleAsync();
        var session = await context.AccountSessions.SingleAsync();
        Assert.All([account.PasswordHash!, account.SecurityStamp!, session.Id], secret => Assert.DoesNotContain(secret, answer.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deleting_the_account_deletes_its_sites_and_their_visits_and_nobody_elses()
    {
        var siteId = await RegisterWithSiteAsync(_browser, "gone@example.com");
        using var other = new AccountBrowser(_app);
        var keptId = await RegisterWithSiteAsync(other, "stays@example.com");

        var answer = await _browser.SubmitAsync(Delete, ("Password", AccountBrowser.Password));

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.Status, answer.Location));
        await using var context = _app.CreateContext();
        Assert.Equal(["stays@example.com"], await context.Users.Select(account => account.Email).ToListAsync());
        Assert.Equal([keptId], await context.Sites.Select(site => site.Id).ToListAsync());
        Assert.Equal([keptId], await context.Visits.Select(visit => visit.SiteId).Distinct().ToListAsync());
        Assert.DoesNotContain(siteId, await context.LedgerEntries.Select(entry => entry.SiteId).ToListAsync());
    }

    [Fact]
    public async Task Deleting_the_account_signs_out_every_browser_and_says_so()
    {
        await _browser.RegisterAsync("everywhere@example.com");
        using var other = new AccountBrowser(_app);
        await other.SignInAsync("everywhere@example.com");

        await _browser.SubmitAsync(Delete, ("Password", AccountBrowser.Password));

        Assert.False(await _browser.IsSignedInAsync());
        Assert.False(await other.IsSignedInAsync());
        Assert.Equal("Your account, its sites and their visits are deleted.", (await _browser.GetAsync(AppUrls.SignIn)).Notice);
    }

    [Fact]
    public async Task A_wrong_password_deletes_nothing()
    {
        await RegisterWithSiteAsync(_browser, "kept@example.com");

        var answer = await _browser.SubmitAsync(Delete, ("Password", "not my password"));

        Assert.Equal(["This is not your password."], answer.Errors);
        await using var context = _app.CreateContext();
        Assert.Equal(1, await context.Sites.CountAsync());
    }

    public void Dispose()
    {
        _browser.Dispose();
        _app.Dispose();
    }

    private async Task<int> RegisterWithSiteAsync(AccountBrowser browser, string email)
    {
        await browser.RegisterAsync(email);
        await using var context = _app.CreateContext();
        var account = await context.Users.SingleAsync(row => row.Email == email);
        var site = new Site { OwnerId = account.Id, Name = "Example", BaseUrl = "https://example.com", TimeZone = "Europe/Berlin" };
        context.Sites.Add(site);
        await context.SaveChangesAsync();
        context.LedgerEntries.Add(new LedgerEntry { SiteId = site.Id, Date = new DateOnly(2026, 3, 1), Reason = Enum.GetValues<RefusalReason>()[0], Count = 1 });
        await context.SaveChangesAsync();
        await _app.Services.GetRequiredService<IVisitStore>().AppendAsync([SampleVisit.Of(site.Id)], CancellationToken.None);
        return site.Id;
    }
}
