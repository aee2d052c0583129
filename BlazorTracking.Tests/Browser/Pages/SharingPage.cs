using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser.Pages;

/// <summary>The page that shares a site.</summary>
internal sealed class SharingPage(IPage page)
{
    /// <summary>Makes a link with the given panels shown and gives its address.</summary>
    public async Task<string> MakeLinkAsync(string name, string password = "", params string[] without)
    {
        var form = page.Locator(".links-form");
        await Assertions.Expect(form.GetByRole(AriaRole.Button, new() { Name = "Make the link" })).ToBeEnabledAsync();
        await form.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync(name);
        await form.GetByLabel("Password").FillAsync(password);
        foreach (var panel in without)
        {
            await form.Locator(".panel-choice", new() { Has = page.GetByText(panel, new() { Exact = true }) }).Locator("input").UncheckAsync();
        }

        await form.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        return (await page.Locator(".links-made code").First.TextContentAsync())!;
    }

    public Task RevokeAsync(string name) => page.GetByRole(AriaRole.Button, new() { Name = $"Revoke {name}" }).ClickAsync();

    /// <summary>Makes the site public with every panel and gives the code of its frame.</summary>
    public async Task<string> MakePublicAsync()
    {
        var card = page.GetByRole(AriaRole.Region, new() { Name = "Public dashboard" });
        await Assertions.Expect(card.GetByRole(AriaRole.Button, new() { Name = "Make it public" })).ToBeEnabledAsync();
        foreach (var panel in await card.GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await panel.CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Make it public" }).ClickAsync();
        return (await page.Locator(".public-codes code").Nth(1).TextContentAsync())!;
    }
}
