using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Tests.Features.Dashboard.Panels;

public sealed class PanelChoiceTests
{
    private static readonly PanelDefinition _sources = PanelDefinition.All.Single(panel => panel.Title == "Sources");
    private static readonly PanelDefinition _locations = PanelDefinition.All.Single(panel => panel.Title == "Locations");

    private readonly PanelChoice _choice = new();

    [Fact]
    public void A_chosen_value_gives_way_to_what_it_is_made_of_and_comes_back()
    {
        var channel = DashboardQuery.Default.Toggle(Dimension.Channel, "Email");
        var source = channel.Toggle(Dimension.Source, "Newsletter");

        _choice.Follow(DashboardQuery.Default, channel);
        Assert.Equal(Dimension.Source, _choice[_sources].Dimension);
        _choice.Follow(channel, source);
        Assert.Equal(Dimension.Referrer, _choice[_sources].Dimension);
        _choice.Follow(source, channel);
        Assert.Equal(Dimension.Source, _choice[_sources].Dimension);
        _choice.Follow(channel, DashboardQuery.Default);
        Assert.Equal(Dimension.Channel, _choice[_sources].Dimension);
    }

    [Fact]
    public void A_list_that_somebody_chose_stays_while_the_filters_stay()
    {
        var query = DashboardQuery.Default.Toggle(Dimension.Channel, "Email");
        _choice.Follow(DashboardQuery.Default, query);
        _choice[_sources] = _sources.Lists[0];

        _choice.Follow(query, query.Toggle(Dimension.Page, "/"));

        Assert.Equal(Dimension.Channel, _choice[_sources].Dimension);
    }

    [Fact]
    public void Several_values_and_the_map_stay()
    {
        _choice.Follow(DashboardQuery.Default, DashboardQuery.Default with { Filters = [VisitFilter.Is(Dimension.Channel, "Email", "Direct"), VisitFilter.Is(Dimension.Country, "DE")] });

        Assert.Equal(Dimension.Channel, _choice[_sources].Dimension);
        Assert.True(_choice[_locations].IsMap);
    }

    [Fact]
    public void What_is_below_a_list_is_in_its_panel() =>
        Assert.All(PanelDefinition.All, panel => Assert.All(
            panel.Lists.Where(list => list.Below is not null),
            list => Assert.Contains(panel.Lists, other => other.Dimension == list.Below)));
}
