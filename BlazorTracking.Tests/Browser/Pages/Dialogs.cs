using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser.Pages;

/// <summary>All values of a dimension.</summary>
internal sealed class DetailsDialog(IPage page)
{
    public ILocator Root => page.GetByRole(AriaRole.Dialog);

    public ILocator Rows => Root.Locator("tbody tr:not(.details-skeleton)");

    public ILocator Search => Root.GetByRole(AriaRole.Searchbox);

    public ILocator Download => Root.GetByRole(AriaRole.Link, new() { Name = "CSV" });

    public ILocator Heading(string title) => Root.GetByRole(AriaRole.Button, new() { Name = title });
}

/// <summary>A filter while it is put together.</summary>
internal sealed class FilterDialog(IPage page)
{
    public ILocator Root => page.GetByRole(AriaRole.Dialog);

    public ILocator Suggestions => Root.Locator("label.filter-option");

    public ILocator Values => Root.GetByRole(AriaRole.List, new() { Name = "Chosen values" }).GetByRole(AriaRole.Listitem);

    public ILocator Typed => Root.GetByRole(AriaRole.Textbox);

    public Task ChooseAsync(string dimension, string condition) => Task.WhenAll(
        Root.GetByLabel("Filter by").SelectOptionAsync(new SelectOptionValue { Label = dimension }),
        Root.GetByLabel("Condition").SelectOptionAsync(new SelectOptionValue { Label = condition }));

    public Task ApplyAsync() => Root.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
}
