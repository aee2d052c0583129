using System.Net;
using System.Text;
using System.Text.Json;
using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Beacons;

public sealed class BeaconControllerTests(AppFactory app) : IClassFixture<AppFactory>
{
    [Fact]
    public async Task R9_A_get_is_stored_and_answered_with_an_empty_204_that_no_cache_keeps()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();

        using var response = await client.GetBeaconAsync(site.Id, ("url", "https://example.com/pricing?a=b"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal(["cross-origin"], response.Headers.GetValues("Cross-Origin-Resource-Policy"));
        var visit = Assert.Single(await app.ReadVisitsAsync(site.Id));
        Assert.Equal(("example.com", "/pricing", Visit.PageLoad), (visit.Hostname, visit.Path, visit.Event));
        Assert.Equal((1, 1, 1), (visit.NewVisitor, visit.NewSession, visit.Bounce));
    }

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

    [Theory]
    [InlineData("/sites/999999/visit?url=https://example.com/")]
    [InlineData("/sites/0/visit?url=https://example.com/")]
    [InlineData("/sites/-1/visit?url=https://example.com/")]
    [InlineData("/sites/9223372036854775808/visit?url=https://example.com/")]
    [InlineData("/sites/1e3/visit?url=https://example.com/")]
    public async Task R10_An_unknown_site_is_404(string url)
    {
        using var client = app.CreateBrowser();

        using var response = await client.GetAsync(url);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
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
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task R9_Other_methods_never_record(string method)
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/sites/{site.Id}/visit?url=https://example.com/");

        using var response = await client.SendAsync(request);

        Assert.InRange((int)response.StatusCode, 404, 405);
        Assert.Empty(await app.ReadVisitsAsync(site.Id));
    }

    [Fact]
    public async Task R9_Any_origin_may_send_without_credentials()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();
        client.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");

        using var response = await client.PostJsonAsync(site.Id, """{"url":"https://example.com/"}""");

        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task R9_A_refusal_can_be_read_from_any_origin_too()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();
        client.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");

        using var response = await client.PostJsonAsync(site.Id, "{}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task R9_A_preflight_is_answered()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Options, $"/sites/{site.Id}/visit");
        request.Headers.Add("Origin", "https://elsewhere.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type");

        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("POST", string.Join(',', response.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
        Assert.Equal(["content-type"], response.Headers.GetValues("Access-Control-Allow-Headers"));
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
    [InlineData("""{"url":"https://example.com/","properties":{"\ud800":"a"}}""", "body")]
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

        byte[] json = [.. Encoding.ASCII.GetBytes("{\"url\":\"https://example.com/"), 0xff, .. Encoding.ASCII.GetBytes("\"}")];
        using var asJson = await client.PostBytesAsync(site.Id, json, "text/plain");
        using var asForm = await client.PostBytesAsync(site.Id, Encoding.ASCII.GetBytes("url=https://example.com/%ff"), "application/x-www-form-urlencoded");
        using var asQuery = await client.GetAsync($"/sites/{site.Id}/visit?url=https://example.com/&event=%ed%a0%80");

        Assert.Equal(
            [HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest],
            [asJson.StatusCode, asForm.StatusCode, asQuery.StatusCode]);
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

    [Fact]
    public async Task A_retry_with_the_same_id_is_stored_once_and_answered_alike()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();
        var body = $$"""{"id":"mf3a1b2c-{{Guid.NewGuid():N}}","url":"https://example.com/"}""";

        using var first = await client.PostJsonAsync(site.Id, body);
        using var second = await client.PostJsonAsync(site.Id, body);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (first.StatusCode, second.StatusCode));
        Assert.Single(await app.ReadVisitsAsync(site.Id));
    }

    [Fact]
    public async Task The_same_id_sent_many_times_at_once_is_stored_once()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();

        var responses = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => client.PostJsonAsync(site.Id, """{"id":"at-once","url":"https://example.com/"}""")));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.NoContent, response.StatusCode));
        Assert.Single(await app.ReadVisitsAsync(site.Id));
    }

    [Fact]
    public async Task The_same_id_on_two_sites_is_two_visits()
    {
        var (one, other) = (await app.AddSiteAsync(), await app.AddSiteAsync());
        using var client = app.CreateBrowser();

        using var first = await client.PostJsonAsync(one.Id, """{"id":"shared","url":"https://example.com/"}""");
        using var second = await client.PostJsonAsync(other.Id, """{"id":"shared","url":"https://example.com/"}""");

        Assert.Single(await app.ReadVisitsAsync(one.Id));
        Assert.Single(await app.ReadVisitsAsync(other.Id));
    }

    [Fact]
    public async Task A_robot_is_refused_with_the_reason()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");

        using var response = await client.GetBeaconAsync(site.Id, ("url", "https://example.com/"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(["bot"], response.Headers.GetValues(BeaconController.RefusalHeader));
        Assert.Empty(await app.ReadVisitsAsync(site.Id));
    }

    [Fact]
    public async Task Hundreds_of_beacons_at_once_are_all_stored()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();

        var responses = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => client.GetBeaconAsync(site.Id, ("url", $"https://example.com/{i}"))));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.NoContent, response.StatusCode));
        var visits = await app.ReadVisitsAsync(site.Id);
        Assert.Equal(400, visits.Select(visit => visit.Path).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal((1, 1, 0), (visits.Sum(visit => visit.NewVisitor), visits.Sum(visit => visit.NewSession), visits.Sum(visit => visit.Bounce)));
    }
}
