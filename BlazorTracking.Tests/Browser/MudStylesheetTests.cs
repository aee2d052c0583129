using BlazorTracking.Shell;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>What is left of MudBlazor's stylesheet has every rule for what is on the pages, whatever the pointer and the keyboard do there.</summary>
[Collection(nameof(BrowserSuite))]
public sealed class MudStylesheetTests(BrowserFixture browser)
{
    // The selectors of the whole stylesheet that fit an element of the page, states of the pointer and the keyboard left out, and that the served one lacks.
    // The line for a lost connection and the one for an error are not to look as MudBlazor has them.
    private const string Missing = """
        async served => {
          const selectors = async url => {
            const sheet = await new CSSStyleSheet().replace(await (await fetch(url)).text());
            const list = (rules, media) => [...rules].flatMap(rule => rule.cssRules && rule.conditionText !== undefined ? list(rule.cssRules, media + rule.conditionText)
              : rule.selectorText === undefined ? [] : rule.selectorText.split(/,(?![^(]*\))/).map(selector => media + ' | ' + selector.trim()));
            return new Set(list(sheet.cssRules, ''));
          };
          const kept = await selectors(served);
          const fits = selector => {
            if (/#(components-reconnect-modal|blazor-error-ui)/.test(selector)) return false;
            try { return document.querySelector(selector.replace(/::?(hover|focus|focus-visible|focus-within|active|before|after|placeholder|-[a-z-]+)\b/g, '') || '*') !== null; }
            catch { return false; }
          };
          return [...await selectors('/_content/MudBlazor/MudBlazor.min.css')].filter(rule => !kept.has(rule) && fits(rule.slice(rule.indexOf(' | ') + 3)));
        }
        """;

    [BrowserFact]
    public async Task The_form_of_a_site_has_every_rule_for_it()
    {
        var owner = await SiteOwner.RegisterAsync(browser, "form@example.com");
        await using var context = await owner.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(owner.Server.Address, AppUrls.NewSite).AbsoluteUri);
        await page.SettleAsync();
        await AssertCompleteAsync(page);

        await page.Locator("button[type=submit].button-primary").ClickAsync();
        await Assertions.Expect(page.Locator(".mud-input-error").First).ToBeVisibleAsync();
        await AssertCompleteAsync(page);

        await page.Locator("#site-zone").FillAsync("Europe/B");
        await Assertions.Expect(page.Locator(".mud-list-item").First).ToBeVisibleAsync();
        await AssertCompleteAsync(page);
    }

    [BrowserFact]
    public async Task Dialogs_and_messages_have_every_rule_for_them()
    {
        var owner = await SiteOwner.RegisterAsync(browser, "dialogs@example.com");
        var site = await owner.AddSiteAsync("https://tea.example", "Tea shop");
        await using var context = await owner.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(owner.Server.Address, AppUrls.SiteSettings(site.Id)).AbsoluteUri);
        await page.SettleAsync();
        await page.Locator("button[type=submit].button-primary").First.ClickAsync();
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToBeVisibleAsync();
        await AssertCompleteAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Delete…" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await AssertCompleteAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("This list");
        await AssertCompleteAsync(page);
    }

    private static async Task AssertCompleteAsync(IPage page) =>
        Assert.Empty(await page.EvaluateAsync<string[]>(Missing, MudStylesheet.Served.Url));
}
