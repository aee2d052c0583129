using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser.Pages;

internal sealed class DashboardPage(IPage page)
{
    /// <summary>The number under one of the headline's titles.</summary>
    public ILocator Number(string title) => page.Locator(".headline-tile", new() { Has = page.GetByText(title, new() { Exact = true }) }).Locator("b");

    /// <summary>The values of the chart, as its table says them to a screen reader.</summary>
    public ILocator ChartValue(string value) => page.Locator(".headline-chart td").GetByText(value, new() { Exact = true });

    /// <summary>A row of a panel.</summary>
    public ILocator Row(string panel, string label) =>
        page.GetByRole(AriaRole.Region, new() { Name = panel, Exact = true }).Locator("li", new() { Has = page.GetByText(label, new() { Exact = true }) });

    /// <summary>What the view is filtered by.</summary>
    public ILocator Filters => page.Locator(".filter-change");

    public ILocator Panel(string title) => page.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });

    public async Task<DetailsDialog> OpenDetailsAsync(string panel)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = $"{panel}: details" }).ClickAsync();
        return new DetailsDialog(page);
    }

    public async Task<FilterDialog> AddFilterAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Filter", Exact = true }).ClickAsync();
        return new FilterDialog(page);
    }

    public ILocator Pause => Panel("Right now").GetByRole(AriaRole.Button, new() { Name = "Pause" });

    public ILocator Resume => Panel("Right now").GetByRole(AriaRole.Button, new() { Name = "Resume" });

    /// <summary>Shows another list of a panel.</summary>
    public Task ChooseAsync(string panel, string list) => Tab(panel, list).ClickAsync();

    public ILocator Tab(string panel, string list) => Panel(panel).GetByRole(AriaRole.Button, new() { Name = list, Exact = true });

    public async Task<SegmentMenu> OpenSegmentsAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Segments: saved filters" }).ClickAsync();
        return new SegmentMenu(page);
    }

    /// <summary>The latest visits, newest first.</summary>
    public ILocator Feed => page.GetByRole(AriaRole.List, new() { Name = "Latest visits" }).GetByRole(AriaRole.Listitem);
}

/// <summary>A site's saved filters.</summary>
internal sealed class SegmentMenu(IPage page)
{
    public ILocator Segments => page.GetByRole(AriaRole.List, new() { Name = "Saved segments" }).GetByRole(AriaRole.Link);

    public async Task SaveAsync(string name)
    {
        await page.GetByLabel("Save these filters as").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(Segments.GetByText(name)).ToBeVisibleAsync();
    }
}

internal sealed class VisitLogPage(IPage page)
{
    public ILocator Rows => page.Locator("tbody tr:not(.log-skeleton)");
}
