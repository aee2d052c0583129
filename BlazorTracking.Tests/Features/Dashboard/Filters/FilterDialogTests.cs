using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Dashboard.Details;
using BlazorTracking.Features.Dashboard.Filters;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Dashboard.Filters;

public sealed class FilterDialogTests : BunitContext
{
    private VisitFilter? _applied;

    public FilterDialogTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
    }

    [Fact]
    public async Task It_suggests_what_occurs_with_how_often()
    {
        await using var dashboard = await StoreAsync();

        var dialog = Show(dashboard);

        dialog.WaitForAssertion(() => Assert.Equal([("/pricing", "2"), ("/about", "1")], Suggestions(dialog)));
        Assert.True(dialog.Find(".button-primary").HasAttribute("disabled"));
    }

    [Fact]
    public async Task While_it_reads_it_is_busy()
    {
        await using var dashboard = await StoreAsync();
        var store = new WaitingStore(dashboard.Services.GetRequiredService<IVisitStore>());

        var dialog = Show(dashboard, store: store);

        Assert.Equal("true", dialog.Find(".filter-options").GetAttribute("aria-busy"));
        store.Open();
        dialog.WaitForAssertion(() => Assert.Null(dialog.Find(".filter-options").GetAttribute("aria-busy")));
    }

    [Fact]
    public async Task Several_values_are_chosen_and_applied()
    {
        await using var dashboard = await StoreAsync();
        var dialog = Show(dashboard);
        dialog.WaitForState(() => dialog.FindAll("input[type=checkbox]").Count == 2);

        dialog.FindAll("input[type=checkbox]")[0].Change(true);
        dialog.FindAll("input[type=checkbox]")[1].Change(true);
        dialog.FindAll("select")[1].Change(nameof(FilterOperator.IsNot));
        dialog.Find(".button-primary").Click();

        Assert.Equal(new VisitFilter(Dimension.Page, FilterOperator.IsNot, ["/pricing", "/about"]), _applied);
    }

    [Fact]
    public async Task Typing_searches_after_a_pause_and_Enter_takes_what_is_meant()
    {
        await using var dashboard = await StoreAsync();
        var dialog = Show(dashboard);
        dialog.Find("select").Change("country");
        dialog.WaitForAssertion(() => Assert.Equal([("Germany", "2"), ("France", "1")], Suggestions(dialog)));

        dialog.Find("input[type=text]").Input("fra");
        dashboard.Clock.Advance(TimeSpan.FromMilliseconds(200));
        dialog.WaitForAssertion(() => Assert.Equal([("France", "1")], Suggestions(dialog)));
        dialog.Find("form").Submit();

        dialog.WaitForAssertion(() => Assert.Equal("France", dialog.Find(".filter-values bdi").TextContent));
        Assert.Equal("", dialog.Find("input[type=text]").GetAttribute("value"));
        dialog.Find("form").Submit();
        Assert.Equal(VisitFilter.Is(Dimension.Country, "FR"), _applied);
    }

    [Fact]
    public async Task What_is_looked_for_inside_of_values_is_taken_as_typed()
    {
        await using var dashboard = await StoreAsync();
        var dialog = Show(dashboard);

        dialog.FindAll("select")[1].Change(nameof(FilterOperator.Contains));
        dialog.Find("input[type=text]").Input("pri");
        dialog.Find(".button-primary").Click();

        Assert.Equal(new VisitFilter(Dimension.Page, FilterOperator.Contains, ["pri"]), _applied);
    }

    [Fact]
    public async Task Nothing_found_is_said()
    {
        await using var dashboard = await StoreAsync();
        var dialog = Show(dashboard);

        dialog.Find("input[type=text]").Input("nowhere");
        dashboard.Clock.Advance(TimeSpan.FromMilliseconds(200));

        dialog.WaitForAssertion(() => Assert.Equal("No value in this range contains this.", dialog.Find(".filter-message").TextContent));
    }

    [Fact]
    public async Task Without_suggestions_a_value_can_still_be_typed()
    {
        await using var dashboard = await StoreAsync();
        var dialog = Show(dashboard, store: new FailingStore(dashboard.Services.GetRequiredService<IVisitStore>()) { Fails = true });
        dialog.WaitForAssertion(() => Assert.StartsWith("The suggestions could not be read.", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal));

        dialog.Find("input[type=text]").Input("/x");
        dialog.Find(".button-primary").Click();

        Assert.Equal(VisitFilter.Is(Dimension.Page, "/x"), _applied);
    }

    [Fact]
    public async Task A_filter_is_changed_and_its_own_values_are_suggested_too()
    {
        await using var dashboard = await StoreAsync();

        var dialog = Show(dashboard, VisitFilter.Is(Dimension.Page, "/about"));

        dialog.WaitForAssertion(() => Assert.Equal([("/pricing", "2"), ("/about", "1")], Suggestions(dialog)));
        Assert.Equal("Change the filter", dialog.Find("h2").TextContent);
        Assert.True(dialog.FindAll("input[type=checkbox]")[1].HasAttribute("checked"));
    }

    private static (string, string)[] Suggestions(IRenderedComponent<FilterDialog> dialog) =>
        [.. dialog.FindAll("label.filter-option").Select(option => (option.QuerySelector("bdi")!.TextContent, option.QuerySelector(".filter-count")!.TextContent))];

    private static async Task<OpenDashboard> StoreAsync()
    {
        var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit("/pricing"), dashboard.Visit("/pricing"), dashboard.Visit("/about") with { Country = "FR" });
        return dashboard;
    }

    private IRenderedComponent<FilterDialog> Show(OpenDashboard dashboard, VisitFilter? filter = null, IVisitStore? store = null)
    {
        store ??= dashboard.Services.GetRequiredService<IVisitStore>();
        Services.AddSingleton<TimeProvider>(dashboard.Clock);
        Services.AddSingleton(new SiteDetails(dashboard.Services.GetRequiredService<SiteAccess>(), new StatsReader(store, dashboard.Clock), new DetailsReader(store), dashboard.Clock));
        return Render<FilterDialog>(parameters => parameters
            .Add(p => p.View, dashboard.View)
            .Add(p => p.Query, DashboardQuery.Default with { Filters = filter is null ? [] : [filter] })
            .Add(p => p.Filter, filter)
            .Add(p => p.OnApply, applied => _applied = applied));
    }
}
