using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Tests.Infrastructure;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Sites.Sharing;

public sealed class SiteSharingPageTests : CircuitTests
{
    private Site _site = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _site = (await Circuit.GetRequiredService<SiteRegistry>().AddAsync(new SiteDraft { Name = "Shop", BaseUrl = "https://shop.example", TimeZone = "UTC" }))!;
    }

    [Fact]
    public async Task A_new_link_is_shown_once_with_its_codes()
    {
        var page = Show();
        await page.Find(".links-form input").InputAsync("The board");
        await page.Find(".links-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("“The board” is ready", page.Find(".links-made").TextContent, StringComparison.Ordinal));
        var codes = page.FindAll(".links-made code").Select(code => code.TextContent).ToList();
        Assert.Matches($"^http://localhost{AppUrls.Site(_site.Id)}/shared/[-_A-Za-z0-9]{{43}}$", codes[0]);
        Assert.StartsWith($"<iframe src=\"{codes[0]}?embed=auto\"", codes[1], StringComparison.Ordinal);
        Assert.Contains($"<img src=\"{codes[0]}/badge.svg\"", codes[2], StringComparison.Ordinal);
        Assert.Equal("The board", page.Find(".links li b").TextContent);
        Assert.Contains("never opened", page.Find(".links-facts").TextContent, StringComparison.Ordinal);

        await page.Find(".links-made > .button").ClickAsync(new());

        Assert.DoesNotContain("/shared/", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_codes_have_the_chosen_colours()
    {
        await Circuit.GetRequiredService<ShareBook>().PublishAsync(_site.Id, SitePanels.All);
        var page = Show();

        await page.Find(".public-codes select").ChangeAsync("dark");

        var codes = page.FindAll(".public-codes code").Select(code => code.TextContent).ToList();
        Assert.Contains($"{AppUrls.PublicSite(_site.Id)}?embed=dark", codes[1], StringComparison.Ordinal);
        Assert.Contains("badge.svg?theme=dark", codes[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_chosen_panels_are_shared_and_single_visits_only_if_asked_for()
    {
        var page = Show();
        await page.Find(".links-form input").InputAsync("Board");
        await page.FindAll(".links-form .panel-choice").First(choice => choice.TextContent.Contains("Devices", StringComparison.Ordinal)).QuerySelector("input")!.ChangeAsync(false);
        await page.Find(".links-form").SubmitAsync();

        page.WaitForElement(".links-made");
        var link = Assert.Single(await Circuit.GetRequiredService<ShareBook>().ListAsync(_site.Id));
        Assert.Equal(PanelChoices.Suggested & ~SitePanels.Devices, link.Panels);
        Assert.False(link.Panels.HasFlag(SitePanels.Visits));
    }

    [Fact]
    public async Task What_is_wrong_is_said_where_it_is()
    {
        var page = Show();
        await page.Find("input[type=password]").InputAsync("short");

        await page.Find(".links-form").SubmitAsync();

        Assert.Equal(
            ["Give the link a name, so that you can tell it from others.", "A password has 8 characters at least."],
            page.FindAll(".field-error").Select(error => error.TextContent));
        Assert.Empty(await Circuit.GetRequiredService<ShareBook>().ListAsync(_site.Id));
    }

    [Fact]
    public async Task With_a_password_there_is_a_link_but_no_frame_and_no_badge()
    {
        var page = Show();
        await page.Find(".links-form input").InputAsync("Board");
        await page.Find("input[type=password]").InputAsync("three random words");
        await page.Find(".links-form").SubmitAsync();

        page.WaitForElement(".links-made");
        Assert.Single(page.FindAll(".links-made code"));
        Assert.Equal("Password", page.Find(".links .chip").TextContent);
        Assert.Equal("", page.Find("input[type=password]").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_link_is_revoked()
    {
        await Circuit.GetRequiredService<ShareBook>().AddAsync(_site.Id, new ShareDraft { Name = "<b>Board</b>" });
        var page = Show();
        Assert.Equal("<b>Board</b>", page.Find(".links li b").TextContent);

        await page.Find(".links .button-danger").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".links")));
        Assert.Empty(await Circuit.GetRequiredService<ShareBook>().ListAsync(_site.Id));
    }

    [Fact]
    public async Task A_site_is_made_public_and_private_again()
    {
        var page = Show();
        Assert.Empty(page.FindAll(".public-codes"));

        await page.Find(".public-actions .button").ClickAsync(new());

        page.WaitForElement(".public-codes");
        Assert.Equal(PanelChoices.Suggested, (await Circuit.GetRequiredService<SiteAccess>().FindAsync(_site.Id))?.PublicPanels);

        await page.FindAll(".public-actions .button")[1].ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".public-codes")));
        Assert.Null((await Circuit.GetRequiredService<SiteAccess>().FindAsync(_site.Id))?.PublicPanels);
    }

    private IRenderedComponent<SiteSharingPage> Show() => Render<SiteSharingPage>(parameters => parameters.Add(p => p.SiteId, _site.Id));
}
