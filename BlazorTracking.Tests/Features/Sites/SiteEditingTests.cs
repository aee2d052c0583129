using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Live;
using BlazorTracking.Features.Sites;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Sites;

/// <summary>The pages that add, change and install a site.</summary>
public sealed class SiteEditingTests : CircuitTests
{
    [Fact]
    public async Task R7_a_site_is_added_with_its_address_alone_and_its_lines_are_shown()
    {
        var page = Render<NewSitePage>();

        await page.Find("input[type=url]").InputAsync("example.com");
        await page.Find("form").SubmitAsync();

        var site = Assert.Single(await SitesAsync());
        Assert.Equal(("example.com", "https://example.com", "America/New_York", AddressPolicy.None), (site.Name, site.BaseUrl, site.TimeZone, site.AddressPolicy));
        Assert.EndsWith(AppUrls.SiteInstall(site.Id), Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R7_sending_the_form_twice_adds_once()
    {
        var page = Render<NewSitePage>();
        await page.Find("input[type=url]").InputAsync("https://example.com");
        var form = page.Find("form");

        await Task.WhenAll(form.SubmitAsync(), form.SubmitAsync());

        Assert.Single(await SitesAsync());
    }

    [Fact]
    public async Task A_site_can_be_added_once_the_browsers_time_zone_is_known()
    {
        var zone = JSInterop.Setup<string?>("blazorTrackingTimeZone");
        var page = Render<NewSitePage>();
        Assert.True(page.Find("button[type=submit]").HasAttribute("disabled"));

        zone.SetResult("Asia/Tokyo");

        await page.WaitForAssertionAsync(() => Assert.False(page.Find("button[type=submit]").HasAttribute("disabled")));
        Assert.Equal("Asia/Tokyo", page.Find("#site-zone").GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_added()
    {
        var page = Render<NewSitePage>();

        await page.Find("input[type=url]").InputAsync("ftp://example.com");
        await page.Find("form").SubmitAsync();

        Assert.Contains("http:// or https://", page.Markup, StringComparison.Ordinal);
        Assert.Equal("true", page.Find("input[type=url]").GetAttribute("aria-invalid"));
        Assert.Empty(await SitesAsync());
    }

    [Fact]
    public async Task R7_a_site_is_changed()
    {
        var site = await AddSiteAsync();
        var page = Render<SiteSettingsPage>(parameters => parameters.Add(settings => settings.SiteId, site.Id));

        await page.Find("#site-name").InputAsync("Shop");
        await page.Find("form").SubmitAsync();

        Assert.Equal("Shop", Assert.Single(await SitesAsync()).Name);
        Assert.Equal("Shop", page.Find("h1").TextContent);
    }

    [Fact]
    public async Task The_browser_s_time_zone_is_offered_and_not_forced_on_a_site_that_has_one()
    {
        var site = await AddSiteAsync();

        var page = Render<SiteSettingsPage>(parameters => parameters.Add(settings => settings.SiteId, site.Id));

        Assert.Equal("Europe/Berlin", page.Find("#site-zone").GetAttribute("value"));
        await page.Find(".offer").ClickAsync();
        Assert.Equal("America/New_York", page.Find("#site-zone").GetAttribute("value"));
    }

    [Fact]
    public async Task R8_someone_else_s_site_is_not_found_in_a_circuit_either()
    {
        await using var other = await App.CreateCircuitAsync(await App.AddAccountAsync());
        var site = await other.ServiceProvider.GetRequiredService<SiteRegistry>().AddAsync(Draft);
        var notFound = 0;
        Navigation.OnNotFound += (_, _) => notFound++;

        var settings = Render<SiteSettingsPage>(parameters => parameters.Add(page => page.SiteId, site!.Id));
        var install = Render<SiteInstallPage>(parameters => parameters.Add(page => page.SiteId, site!.Id));

        Assert.Equal(2, notFound);
        Assert.Equal("", settings.Markup + install.Markup);
    }

    [Fact]
    public async Task Refused_beacons_are_shown_by_day_and_reason_with_what_it_means()
    {
        var site = await AddSiteAsync();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), site.TimeZone).DateTime);
        await using (var context = App.CreateContext())
        {
            context.LedgerEntries.AddRange(
                new LedgerEntry { SiteId = site.Id, Date = today, Reason = RefusalReason.Bot, Count = 1234 },
                new LedgerEntry { SiteId = site.Id, Date = today.AddDays(-29), Reason = RefusalReason.BadRequest, Count = 5 },
                new LedgerEntry { SiteId = site.Id, Date = today.AddDays(-30), Reason = RefusalReason.TooLarge, Count = 7 });
            await context.SaveChangesAsync();
        }

        var panel = Render<RefusedBeacons>(parameters => parameters.Add(refused => refused.Site, site));

        panel.WaitForElement("table", TimeSpan.FromSeconds(10));
        Assert.Equal(["Day", "Not valid", "Robot"], panel.FindAll("thead th").Select(cell => cell.TextContent));
        Assert.Equal(["–", (1234).ToString("N0"), "5", "–"], panel.FindAll("tbody td").Select(cell => cell.TextContent));
        Assert.Contains(RefusalText.Explanation(RefusalReason.Bot), panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R15_the_page_waits_for_the_first_visit_and_goes_on_to_the_dashboard_when_it_arrives()
    {
        var site = await AddSiteAsync();
        var page = Render<SiteInstallPage>(parameters => parameters.Add(install => install.SiteId, site.Id));
        page.WaitForAssertion(() => Assert.Contains("Waiting for the first visit", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));

        App.Services.GetRequiredService<LiveFeed>().Publish([SampleVisit.Of(site.Id) with { Path = "/<b>pricing" }]);

        page.WaitForAssertion(() => Assert.Contains("The first visit has arrived: /<b>pricing", page.Find(".first-visit-status").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        page.WaitForAssertion(() => Assert.EndsWith(AppUrls.Site(site.Id), Navigation.Uri, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task The_lines_that_are_shown_are_the_lines_that_are_copied()
    {
        var site = await AddSiteAsync();
        var script = JSInterop.SetupModule(_ => true);
        var copy = script.Setup<bool>("copy", _ => true).SetResult(true);
        var card = Render<SnippetCard>(parameters => parameters.Add(snippet => snippet.SiteId, site.Id));

        await card.Find("button").ClickAsync();

        Assert.Equal(card.Find("pre").TextContent, Assert.Single(copy.Invocations).Arguments[0]);
        Assert.Equal("Copied", card.Find("button").TextContent);
    }

    private static SiteDraft Draft => new() { Name = "example.com", BaseUrl = "https://example.com", TimeZone = "Europe/Berlin" };

    private BunitNavigationManager Navigation => (BunitNavigationManager)Services.GetRequiredService<NavigationManager>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        JSInterop.Setup<string?>("blazorTrackingTimeZone").SetResult("America/New_York");
    }

    private async Task<Site> AddSiteAsync() => (await Circuit.GetRequiredService<SiteRegistry>().AddAsync(Draft))!;

    private async Task<List<Site>> SitesAsync()
    {
        await using var context = App.CreateContext();
        return await context.Sites.AsNoTracking().Where(site => site.OwnerId == Me.Id).ToListAsync();
    }
}
