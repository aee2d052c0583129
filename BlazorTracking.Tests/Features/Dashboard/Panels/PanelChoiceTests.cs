using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Tests.Features.Dashboard.Panels;

public sealed class PanelChoiceTests
{
    private static readonly PanelDefinition _sources = PanelDefinition.All.Single(panel => panel.Title == "Sources");
    private static readonly PanelDefinition _locations = PanelDefinition.All.Single(panel => panel.Title == "Locations");

    [Fact]
    public void A_chosen_value_gives_way_to_what_it_is_made_of_and_comes_back()
    {
        var channel = DashboardQuery.Default.Toggle(Dimension.Channel, "Email");
        var source = channel.Toggle(Dimension.Source, "Newsletter");

        Assert.Equal(Dimension.Source, channel.ListOf(_sources).Dimension);
        Assert.Equal(Dimension.Referrer, source.ListOf(_sources).Dimension);
        Assert.Equal(Dimension.Source, source.Toggle(Dimension.Source, "Newsletter").ListOf(_sources).Dimension);
        Assert.Equal(Dimension.Channel, channel.Toggle(Dimension.Channel, "Email").ListOf(_sources).Dimension);
        Assert.DoesNotContain(PanelChoice.Parameter + "=", source.Url("/"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chosen_list_gives_way_and_comes_back_too()
    {
        var countries = Choose(DashboardQuery.Default, "country");
        var country = countries.Toggle(Dimension.Country, "DE");

        Assert.Equal(Dimension.Region, country.ListOf(_locations).Dimension);
        Assert.Equal(countries, country.Toggle(Dimension.Country, "DE"));
    }

    [Fact]
    public void A_list_that_somebody_chose_stays_while_the_filters_stay()
    {
        var query = Choose(DashboardQuery.Default.Toggle(Dimension.Channel, "Email"), "channel");

        Assert.Equal(Dimension.Channel, query.Toggle(Dimension.Page, "/").ListOf(_sources).Dimension);
    }

    [Fact]
    public void A_list_stays_where_what_is_above_it_was_not_filtered_by()
    {
        var query = DashboardQuery.Default.Toggle(Dimension.Channel, "Email").Toggle(Dimension.Source, "Newsletter");

        Assert.Equal(Dimension.Referrer, query.Toggle(Dimension.Channel, "Email").ListOf(_sources).Dimension);
    }

    [Fact]
    public void Several_values_and_the_map_stay()
    {
        var query = DashboardQuery.Default with { Filters = [VisitFilter.Is(Dimension.Channel, "Email", "Direct"), VisitFilter.Is(Dimension.Country, "DE")] };

        Assert.Equal(Dimension.Channel, query.ListOf(_sources).Dimension);
        Assert.True(query.ListOf(_locations).IsMap);
    }

    [Fact]
    public void A_link_with_a_filter_alone_opens_what_a_click_on_it_does() =>
        Assert.Equal(Dimension.Source, (DashboardQuery.Default with { Filters = [VisitFilter.Is(Dimension.Channel, "Email")] }).ListOf(_sources).Dimension);

    [Fact]
    public void Only_what_a_panel_does_not_show_by_itself_is_written()
    {
        var filters = new[] { VisitFilter.Is(Dimension.Channel, "Email") };

        Assert.Empty(PanelChoice.Parse(["channel", "map"]).Texts([]));
        Assert.Empty(PanelChoice.Parse(["source"]).Texts(filters));
        Assert.Equal(["channel", "city"], PanelChoice.Parse(["city", "channel"]).Texts(filters));
    }

    [Fact]
    public void What_is_no_list_is_left_out_and_of_several_of_a_panel_the_first_counts() =>
        Assert.Equal(["exitPage"], PanelChoice.Parse([null, "", "referrerHost", "Page", "exitPage", "entryPage", "<script>"]).Texts([]));

    [Fact]
    public void Lists_of_panels_that_are_not_shown_are_left_out()
    {
        var view = new SiteView(new Site { Name = "Shop", OwnerId = "", TimeZone = "UTC", BaseUrl = "https://example.com" }, Pass.Public, SitePanels.Pages);

        Assert.Equal(["exitPage"], PanelChoice.Parse(["exitPage", "city"]).PermittedBy(view).Texts([]));
    }

    [Fact]
    public void No_two_lists_have_the_same_name_in_the_URL() =>
        Assert.Distinct(PanelDefinition.All.SelectMany(panel => panel.Lists, (_, list) => list.Key));

    [Fact]
    public void What_is_below_a_list_is_in_its_panel() =>
        Assert.All(PanelDefinition.All, panel => Assert.All(
            panel.Lists.Where(list => list.Below is not null),
            list => Assert.Contains(panel.Lists, other => other.Dimension == list.Below)));

    private static DashboardQuery Choose(DashboardQuery query, string key) =>
        query.Choose(PanelDefinition.All.SelectMany(panel => panel.Lists).Single(list => list.Key == key));
}
