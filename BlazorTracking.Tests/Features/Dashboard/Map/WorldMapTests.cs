using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Dashboard.Map;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using Bunit;

namespace BlazorTracking.Tests.Features.Dashboard.Map;

public sealed class WorldMapTests : BunitContext
{
    private const string Script = "./Features/Dashboard/Map/WorldMap.razor.js";

    private readonly BunitJSModuleInterop _map;

    public WorldMapTests()
    {
        var module = JSInterop.SetupModule(Script);
        module.Mode = JSRuntimeMode.Loose;
        _map = module.SetupModule(invocation => invocation.Identifier == "attach");
        _map.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Countries_with_visitors_are_drawn_with_their_figures_and_a_link_that_filters()
    {
        Show(Countries(("DE", 75), ("FR", 3), ("", 22)));

        var drawn = Assert.IsType<List<MapCountry>>(_map.Invocations["draw"].Single().Arguments[0]);
        Assert.Equal(
            [
                new MapCountry("DE", "Germany", "75 visitors · 75%", 5, 75, "/here?filter=country%3Ais%3ADE", IsSelected: false),
                new MapCountry("FR", "France", "3 visitors · 3.0%", 2, 3, "/here?filter=country%3Ais%3AFR", IsSelected: false),
            ],
            drawn);
    }

    [Fact]
    public void Only_what_changed_is_drawn_again()
    {
        var map = Show(Countries(("DE", 50), ("FR", 25), ("NL", 25)));

        map.Render(parameters => parameters.Add(p => p.Breakdown, Countries(("DE", 50), ("FR", 50))));

        Assert.Equal(2, _map.Invocations["draw"].Count);
        var (changed, gone) = (_map.Invocations["draw"][1].Arguments[0], _map.Invocations["draw"][1].Arguments[1]);
        Assert.Equal(["FR"], Assert.IsType<List<MapCountry>>(changed).Select(country => country.Code));
        Assert.Equal(["NL"], Assert.IsType<List<string>>(gone));
    }

    [Fact]
    public void The_country_of_a_visit_that_arrives_lights_up_once()
    {
        var (old, young) = (SampleVisit.Of(1), SampleVisit.Of(1) with { Country = "FR" });
        var map = Show(Countries(("DE", 1)), old);
        Assert.Empty(_map.Invocations["light"]);

        map.Render(parameters => parameters.Add(p => p.Latest, [young, old]));
        map.Render(parameters => parameters.Add(p => p.Latest, [young, old]));

        Assert.Equal(["FR"], Assert.IsType<List<string>>(Assert.Single(_map.Invocations["light"]).Arguments[0]));
    }

    private static Breakdown Countries(params (string Code, long Count)[] rows) =>
        new(Dimension.Country, [.. rows.Select(row => new BreakdownRow(row.Code, row.Count))], 100, IsComplete: true);

    private IRenderedComponent<WorldMap> Show(Breakdown breakdown, params IReadOnlyList<Visit> latest) => Render<WorldMap>(parameters => parameters
        .Add(p => p.Breakdown, breakdown)
        .Add(p => p.Query, DashboardQuery.Default)
        .Add(p => p.Url, query => query.Url("/here"))
        .Add(p => p.Latest, latest));
}
