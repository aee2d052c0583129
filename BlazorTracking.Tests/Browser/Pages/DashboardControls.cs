using BlazorTracking.Features.Languages;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser.Pages;

/// <summary>What a dashboard is asked with: ranges, comparison, intervals, notes, keys.</summary>
internal sealed class DashboardControls(IPage page)
{
    public ILocator Range => page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Range: ") });

    public ILocator Comparison => page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Compared with: ") });

    public ILocator Interval => page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Interval: ") });

    /// <summary>The headline number of that title, which the chart draws when it is clicked.</summary>
    public ILocator Metric(string title) => page.GetByRole(AriaRole.Link, new() { NameRegex = new($"^{title}") });

    /// <summary>The chart itself, a slider for the keyboard.</summary>
    public ILocator Chart => page.GetByRole(AriaRole.Slider);

    public ILocator Tooltip => page.Locator(".chart-tooltip");

    /// <summary>The line of what it is compared with.</summary>
    public ILocator PreviousLine => page.Locator(".chart-previous");

    public ILocator Table => page.Locator(".headline-chart table");

    public async Task ChooseAsync(ILocator menu, string choice)
    {
        await menu.ClickAsync();
        await Assertions.Expect(menu).ToHaveAttributeAsync("aria-expanded", "true");
        await page.GetByRole(AriaRole.Link, new() { Name = choice, Exact = true }).ClickAsync();
    }

    public ILocator Notes => page.GetByRole(AriaRole.Button, new() { Name = "Notes", Exact = true });

    public ILocator Dialog => page.GetByRole(AriaRole.Dialog);

    /// <summary>The marks of notes on the chart.</summary>
    public ILocator Marks => page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Note on ") });

    /// <summary>A day of the open calendar, as it is read out.</summary>
    public ILocator Day(DateOnly day) => page.Locator(".days-grid").GetByRole(AriaRole.Button, new() { Name = DateText.WholeDay(day) });

    /// <summary>Presses a key where nothing has the focus, again until the page hears it: its keys are told to it after it is shown.</summary>
    public async Task PressUntilAsync(string key, ILocator expected)
    {
        await page.EvaluateAsync("document.activeElement?.blur()");
        for (var presses = 0; ; presses++)
        {
            await page.Keyboard.PressAsync(key);
            try
            {
                await Assertions.Expect(expected).ToBeVisibleAsync(new() { Timeout = 5_000 });
                return;
            }
            catch (PlaywrightException) when (presses < 20)
            {
                // Not heard yet.
            }
        }
    }

    public async Task AddNoteAsync(string text)
    {
        await Notes.ClickAsync();
        await Dialog.GetByLabel("Note", new() { Exact = true }).FillAsync(text);
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Add note" }).ClickAsync();
        await Assertions.Expect(Dialog.GetByText(text)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Dialog).ToBeHiddenAsync();
    }
}

/// <summary>The page of a site's goals and funnels.</summary>
internal sealed class GoalsPage(IPage page)
{
    public ILocator Goals => page.GetByRole(AriaRole.Region, new() { Name = "Goals" });

    public ILocator Funnels => page.GetByRole(AriaRole.Region, new() { Name = "Funnels" });

    public async Task AddPageGoalAsync(string path)
    {
        var add = Goals.GetByRole(AriaRole.Button, new() { Name = "Add goal" });
        await Assertions.Expect(add).ToBeEnabledAsync();
        await Goals.GetByLabel("Goal", new() { Exact = true }).FillAsync(path);
        await add.ClickAsync();
        await Assertions.Expect(Goals.GetByRole(AriaRole.Listitem).GetByText($"page {path}")).ToBeVisibleAsync();
    }

    public async Task AddFunnelAsync(string name, params string[] paths)
    {
        var add = Funnels.GetByRole(AriaRole.Button, new() { Name = "Add funnel" });
        await Assertions.Expect(add).ToBeEnabledAsync();
        await Funnels.GetByLabel("Name of the funnel").FillAsync(name);
        for (var step = 1; step <= paths.Length; step++)
        {
            await Funnels.GetByLabel($"Step {step}", new() { Exact = true }).FillAsync(paths[step - 1]);
        }

        await add.ClickAsync();
        await Assertions.Expect(Funnels.GetByRole(AriaRole.Listitem).GetByText(name)).ToBeVisibleAsync();
    }
}
