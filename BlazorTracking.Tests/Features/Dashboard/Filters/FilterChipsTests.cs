using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Dashboard.Filters;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;
using BlazorTracking.Shell.Shortcuts;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Dashboard.Filters;

public sealed class FilterChipsTests : BunitContext
{
    private static readonly SiteView _view = new(new Site { Id = 1, OwnerId = "ada", Name = "Shop", BaseUrl = "https://example.org", TimeZone = "UTC" }, Pass.Account, SitePanels.All);

    public FilterChipsTests() => Services.AddSingleton<ShortcutBook>();

    [Fact]
    public void A_chip_says_what_it_filters_and_leads_to_the_page_without_it()
    {
        var chips = Show(new VisitFilter(Dimension.Country, FilterOperator.IsNot, ["DE", ""]));

        Assert.Equal("Country is not Germany or Unknown", Text(chips.Find(".filter-change")));
        Assert.Equal("/here", chips.Find(".filter-remove").GetAttribute("href"));
        Assert.Equal("Country is not Germany or Unknown: remove this filter", chips.Find(".filter-remove").GetAttribute("aria-label"));
    }

    [Fact]
    public void What_is_looked_for_inside_of_values_is_shown_as_it_is() =>
        Assert.Equal("Country contains DE", Text(Show(new VisitFilter(Dimension.Country, FilterOperator.Contains, ["DE"])).Find(".filter-change")));

    [Fact]
    public async Task A_changed_filter_takes_the_place_of_the_old_one()
    {
        var (page, country) = (VisitFilter.Is(Dimension.Page, "/a"), VisitFilter.Is(Dimension.Country, "DE"));
        ComponentFactories.AddStub<FilterDialog>();
        var chips = Show(page, country);

        chips.FindAll(".filter-change")[0].Click();
        var dialog = chips.FindComponent<Stub<FilterDialog>>().Instance;
        Assert.Equal(page, dialog.Parameters.Get(d => d.Filter));
        await chips.InvokeAsync(() => dialog.Parameters.Get(d => d.OnApply).InvokeAsync(VisitFilter.Is(Dimension.Page, "/b")));

        Assert.EndsWith("/here?filter=page%3Ais%3A%2Fb&filter=country%3Ais%3ADE", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Empty(chips.FindComponents<Stub<FilterDialog>>());
    }

    [Fact]
    public async Task A_slash_opens_the_dialog_of_a_new_filter()
    {
        ComponentFactories.AddStub<FilterDialog>();
        var chips = Show();

        await chips.InvokeAsync(() => Services.GetRequiredService<ShortcutBook>().PressAsync("/"));
        chips.Render();

        Assert.Null(chips.FindComponent<Stub<FilterDialog>>().Instance.Parameters.Get(dialog => dialog.Filter));
    }

    [Theory]
    [MemberData(nameof(NaughtyText.All), MemberType = typeof(NaughtyText))]
    public void A_naughty_value_stays_text(string text)
    {
        var chips = Show(VisitFilter.Is(Dimension.Page, text));

        Assert.Equal(text, chips.Find(".filter-change b").TextContent);
        Assert.Empty(chips.FindAll("img, script, [onload], [onerror]"));
    }

    private static string Text(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<FilterChips> Show(params IReadOnlyList<VisitFilter> filters) => Render<FilterChips>(parameters => parameters
        .Add(p => p.View, _view)
        .Add(p => p.Query, DashboardQuery.Default with { Filters = filters })
        .Add(p => p.Url, query => query.Url("/here")));
}
