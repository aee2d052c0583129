using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser.Pages;

/// <summary>The page that adds a site.</summary>
internal sealed class NewSitePage(IPage page)
{
    public async Task AddAsync(string baseUrl, string name)
    {
        // The button is there to be clicked once the page listens.
        var add = page.GetByRole(AriaRole.Button, new() { Name = "Add site" });
        await Assertions.Expect(add).ToBeEnabledAsync();
        await page.GetByLabel("Address of the site").FillAsync(baseUrl);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await add.ClickAsync();
    }
}

/// <summary>The page with what has to be pasted into a site's pages.</summary>
internal sealed class InstallPage(IPage page)
{
    public ILocator Waiting => page.GetByText("Waiting for the first visit");

    /// <summary>Presses the copy button and gives what is on the clipboard then.</summary>
    public async Task<string> CopySnippetAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        return await page.EvaluateAsync<string>("navigator.clipboard.readText()");
    }
}

/// <summary>The page that changes a site.</summary>
internal sealed class SiteSettingsPage(IPage page)
{
    public ILocator Recognises => page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^Recognise visitors") });

    public async Task RecogniseAsync(bool recognises)
    {
        // What is chosen before the page listens is not heard.
        var save = page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true });
        await Assertions.Expect(save).ToBeEnabledAsync();
        await Recognises.SetCheckedAsync(recognises);
        await save.ClickAsync();
        await Assertions.Expect(page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();
    }
}
