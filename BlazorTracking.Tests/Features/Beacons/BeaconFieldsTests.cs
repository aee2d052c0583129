using System.Net;
using System.Text;
using System.Text.Json;
using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Beacons;

/// <summary>What a beacon may hold, and what is said of the rest.</summary>
public sealed class BeaconFieldsTests(AppFactory app) : IClassFixture<AppFactory>
{
    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/plain;charset=UTF-8")]
    [InlineData("application/json")]
    public async Task R10_A_json_body_is_read(string contentType)
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();

        using var response = await client.PostJsonAsync(
            site.Id,
            """{"url":"https://example.com/a","event":"Signup","properties":{"plan":"pro","seats":3,"trial":true,"none":null},"width":390,"language":"de-DE"}""",
            contentType);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        var visit = Assert.Single(await app.ReadVisitsAsync(site.Id));
        Assert.Equal(("Signup", """{"plan":"pro","seats":"3","trial":"true"}"""), (visit.Event, visit.Properties));
        Assert.Equal(("Mobile", "de-DE"), (visit.Screen, visit.Language));
    }

    [Fact]
    public async Task R10_A_form_is_read_and_the_query_goes_before_it()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();
        using var form = new FormUrlEncodedContent([new("url", "https://example.com/form"), new("event", "Download")]);

        using var response = await client.PostAsync($"/sites/{site.Id}/visit?url=https%3A%2F%2Fexample.com%2Fquery", form);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        var visit = Assert.Single(await app.ReadVisitsAsync(site.Id));
        Assert.Equal(("/query", "Download"), (visit.Path, visit.Event));
    }

    [Fact]
    public async Task R10_Without_a_url_the_referer_header_is_the_page()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();
        client.DefaultRequestHeaders.Referrer = new Uri("https://example.com/from-header");

        using var response = await client.GetBeaconAsync(site.Id, ("event", Visit.PageLoad));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("/from-header", Assert.Single(await app.ReadVisitsAsync(site.Id)).Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?url=")]
    [InlineData("?url=%20%20")]
    public async Task R10_A_missing_or_blank_url_is_a_field_error(string query)
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();

        using var response = await client.GetAsync($"/sites/{site.Id}/visit{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("""{"errors":{"url":["This field is required."]}}""", await response.Content.ReadAsStringAsync());
        Assert.Equal(["bad-request"], response.Headers.GetValues(BeaconController.RefusalHeader));
        Assert.Empty(await app.ReadVisitsAsync(site.Id));
    }

    [Fact]
    public async Task A_client_chooses_neither_site_nor_time_nor_address_nor_browser()
    {
        var site = await app.AddSiteAsync();
        var other = await app.AddSiteAsync();
        using var client = app.CreateBrowser();

        using var response = await client.PostJsonAsync(
            site.Id,
            $$"""{"url":"https://example.com/","site":{{other.Id}},"siteId":{{other.Id}},"ip":"8.8.8.8","ip_address":"8.8.8.8","date":"2001-01-01","occurredAt":1,"browser":"Lynx","user_agent":"Lynx"}""");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty(await app.ReadVisitsAsync(other.Id));
        var visit = Assert.Single(await app.ReadVisitsAsync(site.Id));
        Assert.Equal(("Chrome", ""), (visit.Browser, visit.Address));
        Assert.True(visit.OccurredAt > 1_000_000_000_000);
    }

    [Theory]
    [InlineData("""{"url":5}""", "url")]
    [InlineData("""{"url":["https://example.com/"]}""", "url")]
    [InlineData("""{"url":"https://example.com/","event":{"a":1}}""", "event")]
    [InlineData("""{"url":"https://example.com/","width":"wide"}""", "width")]
    [InlineData("""{"url":"https://example.com/","width":-1}""", "width")]
    [InlineData("""{"url":"https://example.com/","width":1e300}""", "width")]
    [InlineData("""{"url":"https://example.com/","width":true}""", "width")]
    [InlineData("""{"url":"https://example.com/","id":"no spaces"}""", "id")]
    [InlineData("""{"url":"https://example.com/","properties":[1]}""", "properties")]
    [InlineData("""{"url":"https://example.com/","properties":{"a":{"b":1}}}""", "properties")]
    [InlineData("""{"url":"https://example.com/","properties":{"":"nameless"}}""", "properties")]
    [InlineData("""{"url":"https://example.com/","properties":{"a":"\ud800"}}""", "properties")]
    [InlineData("""{"url":"https://example.com/","properties":{"\ud800":"a"}}""", "properties")]
    [InlineData("""{"url":"https://example.com/","properties":{"a":1,"a":2}}""", "properties")]
    [InlineData("""{"url":"https://example.com/","properties":{"a":null,"a":2}}""", "properties")]
    [InlineData("""{"url":"https://example.com/","event":"\ud800"}""", "event")]
    [InlineData("""{"url":"https://example.com/","event":"a\u0000b"}""", "event")]
    [InlineData("""{"url":"https://example.com/\u0007"}""", "url")]
    [InlineData("""{"url":"https://example.com/","referrer":"https://a.example/\r\nx"}""", "referrer")]
    [InlineData("""{"url":"javascript:alert(1)"}""", "url")]
    [InlineData("""{"url":"//example.com/"}""", "url")]
    [InlineData("""{"url":"http://"}""", "url")]
    [InlineData("""{"url":"https://exa mple.com/"}""", "url")]
    [InlineData("""{"\ud800":1,"url":"https://example.com/","\ud801":2}""", "body")]
    [InlineData("""{"url":"https://example.com/","url":"https://example.com/2"}""", "body")]
    [InlineData("""{"url":"https://example.com/","\u0075rl":"https://example.com/2"}""", "body")]
    [InlineData("""{"url":"https://example.com/","other":1,"other":2}""", "body")]
    [InlineData("""{"url":"https://example.com/","other":[{"a":1,"a":2}]}""", "body")]
    [InlineData("""{"url":"https://example.com/"} {}""", "body")]
    [InlineData("""{"url":"https://example.com/",}""", "body")]
    [InlineData("""[]""", "body")]
    [InlineData("\"text\"", "body")]
    [InlineData("null", "body")]
    [InlineData("{", "body")]
    [InlineData("not json", "body")]
    [InlineData("""{"a":{"b":{"c":{"d":{"e":{"f":1}}}}}}""", "body")]
    public async Task Wrong_types_broken_json_and_bad_text_are_field_errors(string json, string field)
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();

        using var response = await client.PostJsonAsync(site.Id, json);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var errors = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.True(errors.RootElement.GetProperty("errors").TryGetProperty(field, out var messages), errors.RootElement.GetRawText());
        Assert.NotEqual("", messages[0].GetString());
        Assert.Empty(await app.ReadVisitsAsync(site.Id));
    }

    [Theory]
    [InlineData("url", 2000)]
    [InlineData("event", 120)]
    [InlineData("referrer", 2000)]
    [InlineData("language", 35)]
    [InlineData("id", 64)]
    public async Task A_field_of_its_maximum_length_is_stored_and_one_character_more_is_refused(string field, int maximum)
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();
        string Body(int length) => JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["url"] = "https://example.com/",
            [field] = field is "url" or "referrer" ? "https://example.com/".PadRight(length, 'x') : new string('x', length),
        });

        using var longest = await client.PostJsonAsync(site.Id, Body(maximum));
        using var tooLong = await client.PostJsonAsync(site.Id, Body(maximum + 1));

        Assert.Equal(HttpStatusCode.NoContent, longest.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        Assert.Contains($"\"{field}\"", await tooLong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_utf8_is_refused_in_body_form_and_query()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();

        byte[] json = [.. "{\"url\":\"https://example.com/"u8, 0xff, .. "\"}"u8];
        byte[] properties = [.. "{\"url\":\"https://example.com/\",\"properties\":{\"a\":\""u8, 0xff, .. "\"}}"u8];
        byte[] name = [.. "{\"url\":\"https://example.com/\",\""u8, 0xff, .. "\":1}"u8];
        using var asJson = await client.PostBytesAsync(site.Id, json, "text/plain");
        using var inProperties = await client.PostBytesAsync(site.Id, properties, "text/plain");
        using var inName = await client.PostBytesAsync(site.Id, name, "text/plain");
        using var asForm = await client.PostBytesAsync(site.Id, Encoding.ASCII.GetBytes("url=https://example.com/%ff"), "application/x-www-form-urlencoded");
        using var asQuery = await client.GetAsync($"/sites/{site.Id}/visit?url=https://example.com/&event=%ed%a0%80");

        Assert.Equal(
            Enumerable.Repeat(HttpStatusCode.BadRequest, 5),
            [asJson.StatusCode, inProperties.StatusCode, inName.StatusCode, asForm.StatusCode, asQuery.StatusCode]);
    }

    [Theory]
    [InlineData("event", "\"\\ud800\"")]
    [InlineData("event", "5")]
    public async Task What_the_query_says_goes_first_but_does_not_excuse_the_body(string field, string value)
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();
        using var body = new StringContent($$"""{"{{field}}":{{value}}}""", Encoding.UTF8, "text/plain");

        using var response = await client.PostAsync($"/sites/{site.Id}/visit?url=https%3A%2F%2Fexample.com%2F&{field}=x", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(await app.ReadVisitsAsync(site.Id));
    }

    [Fact]
    public async Task A_name_may_be_escaped_and_null_is_as_if_it_were_not_there()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();

        using var response = await client.PostJsonAsync(
            site.Id,
            """{"\u0075rl":"https://example.com/caf\u00e9","event":null,"width":null,"properties":null,"other":{"deep":[1,null]}}""");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        var visit = Assert.Single(await app.ReadVisitsAsync(site.Id));
        Assert.Equal(("/café", Visit.PageLoad, ""), (visit.Path, visit.Event, visit.Properties));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_413()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();

        using var response = await client.PostJsonAsync(site.Id, $$"""{"url":"https://example.com/","x":"{{new string('x', 40_000)}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(["too-large"], response.Headers.GetValues(BeaconController.RefusalHeader));
    }

    [Fact]
    public async Task An_unknown_body_type_says_which_are_known()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();

        using var response = await client.PostJsonAsync(site.Id, "<url/>", "application/xml");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("application/json", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
