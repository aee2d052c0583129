using BlazorTracking.Features.Sites;

namespace BlazorTracking.Tests.Features.Sites;

public sealed class TimeZonesTests
{
    [Theory]
    [InlineData("new york", "America/New_York")]
    [InlineData("berl", "Europe/Berlin")]
    [InlineData("Europe/Ber", "Europe/Berlin")]
    [InlineData("TOKYO", "Asia/Tokyo")]
    public void A_zone_is_found_by_its_words(string text, string first) => Assert.Equal(first, TimeZones.Search(text).First());

    [Fact]
    public void Every_listed_id_may_be_chosen() => Assert.All(TimeZones.Ids, id => Assert.True(TimeZones.IsKnown(id), id));

    [Fact]
    public void Nothing_typed_finds_all() => Assert.Equal(TimeZones.Ids.Count, TimeZones.Search("").Count());
}
