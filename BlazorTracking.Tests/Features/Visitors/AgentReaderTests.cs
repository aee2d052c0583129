using BlazorTracking.Features.Visitors;
using Microsoft.AspNetCore.Http;

namespace BlazorTracking.Tests.Features.Visitors;

public sealed class AgentReaderTests
{
    private readonly AgentReader _agents = new();

    public static TheoryData<string, string?, string?, string?, string?, string> Browsers()
    {
        var data = new TheoryData<string, string?, string?, string?, string?, string>();
        foreach (var browser in RealBrowsers.All)
        {
            data.Add(browser.UserAgent, browser.Name, browser.Version, browser.System, browser.SystemVersion, browser.Device);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Browsers))]
    public void A_browser_is_read_from_its_user_agent(
        string userAgent, string? name, string? version, string? system, string? systemVersion, string device)
    {
        var agent = _agents.Read(userAgent, ClientHints.None);

        Assert.Equal(
            new Agent(
                name ?? agent.Browser,
                version ?? agent.BrowserVersion,
                system ?? agent.OperatingSystem,
                systemVersion ?? agent.OperatingSystemVersion,
                device),
            agent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-")]
    [InlineData("\"'<script>alert(1)</script>")]
    public void What_says_nothing_is_unknown(string userAgent)
    {
        Assert.Equal(Agent.Unknown, _agents.Read(userAgent, ClientHints.None));
    }

    [Theory]
    [InlineData("\"Chromium\";v=\"128\", \"Not;A=Brand\";v=\"24\", \"Google Chrome\";v=\"128\"", "Chrome", "128")]
    [InlineData("\"Not/A)Brand\";v=\"8\", \"Chromium\";v=\"126\", \"Brave\";v=\"126\"", "Brave", "126")]
    [InlineData("\"Microsoft Edge\";v=\"129\", \"Not=A?Brand\";v=\"8\", \"Chromium\";v=\"129\"", "Edge", "129")]
    [InlineData("\" Not A;Brand\";v=\"99\", \"Vivaldi\";v=\"6.9\"", "Vivaldi", "6.9")]
    [InlineData("\"Opera\";v=\"113.0.5230.62\"", "Opera", "113")]
    [InlineData("\"a\\\"b;v=\\\\\";v=\"1\", \"Google Chrome\";v=\"131\"", "Chrome", "131")]
    public void A_known_brand_goes_before_the_user_agent(string brands, string browser, string version)
    {
        var agent = _agents.Read(RealBrowsers.All[0].UserAgent, ClientHints.None with { Brands = brands });

        Assert.Equal((browser, version), (agent.Browser, agent.BrowserVersion));
    }

    [Theory]
    [InlineData("\"Chromium\";v=\"140\", \"Not;A=Brand\";v=\"24\"")]
    [InlineData("\"Android WebView\";v=\"140\"")]
    [InlineData("\"Google Chrome")]
    [InlineData("Google Chrome;v=140")]
    [InlineData("\"<img src=x onerror=alert(1)>\";v=\"140\"")]
    [InlineData("\"\\")]
    [InlineData("\"\";v=\"\"")]
    [InlineData(",;=\"")]
    public void An_unknown_brand_does_not(string brands)
    {
        var agent = _agents.Read(RealBrowsers.All[0].UserAgent, ClientHints.None with { Brands = brands });

        Assert.Equal(("Chrome", "128"), (agent.Browser, agent.BrowserVersion));
    }

    [Theory]
    [InlineData("\"Windows\"", "\"15.0.0\"", "Windows", "11")]
    [InlineData("\"Windows\"", "\"13.0.0\"", "Windows", "11")]
    [InlineData("\"Windows\"", "\"10.0.0\"", "Windows", "10")]
    [InlineData("\"Windows\"", "\"0.3.0\"", "Windows", "10")]
    [InlineData("\"Windows\"", "\"x\"", "Windows", "10")]
    [InlineData("\"Windows\"", null, "Windows", "10")]
    [InlineData("\"macOS\"", "\"14.5.0\"", "macOS", "14.5")]
    [InlineData("\"macOS\"", null, "macOS", "")]
    [InlineData("\"Chromium OS\"", "\"15886.44.0\"", "Chrome OS", "15886.44")]
    [InlineData("\"Unknown\"", "\"1\"", "Windows", "10")]
    [InlineData("Windows", "15", "Windows", "10")]
    [InlineData("", "", "Windows", "10")]
    public void The_platform_hints_go_before_the_user_agent(string platform, string? platformVersion, string system, string version)
    {
        var hints = ClientHints.None with { Platform = platform, PlatformVersion = platformVersion };

        var agent = _agents.Read(RealBrowsers.All[0].UserAgent, hints);

        Assert.Equal((system, version), (agent.OperatingSystem, agent.OperatingSystemVersion));
    }

    [Fact]
    public void A_distribution_is_more_than_the_platform_Linux()
    {
        var agent = _agents.Read(
            "Mozilla/5.0 (X11; Ubuntu; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36",
            ClientHints.None with { Platform = "\"Linux\"" });

        Assert.Equal("Ubuntu", agent.OperatingSystem);
    }

    [Theory]
    [InlineData("?1", "Mobile")]
    [InlineData("?0", "Tablet")]
    [InlineData(null, "Tablet")]
    public void The_mobile_hint_tells_a_telephone_from_a_tablet(string? mobile, string device)
    {
        var agent = _agents.Read(
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36",
            ClientHints.None with { Mobile = mobile });

        Assert.Equal(device, agent.Device);
    }

    [Fact]
    public void A_user_agent_is_read_up_to_its_1000th_character()
    {
        var agent = _agents.Read(new string(' ', AgentReader.MaxLength) + RealBrowsers.All[0].UserAgent, ClientHints.None);

        Assert.Equal(Agent.Unknown, agent);
    }

    [Theory]
    [InlineData("Chrome/1.1.", 90)]
    [InlineData("1", 5000)]
    [InlineData("Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 CFNetwork Mobile/ Safari/ Chrome/ Darwin ", 20)]
    [InlineData("\uD800", 1000)]
    [InlineData("-iPad/1 CFNetwork", 60)]
    public void A_hostile_user_agent_is_read_all_the_same_and_fits_the_columns(string part, int times)
    {
        var agent = _agents.Read(string.Concat(Enumerable.Repeat(part, times)), ClientHints.None);

        Assert.All([agent.Browser, agent.OperatingSystem], name => Assert.InRange(name.Length, 0, Agent.NameMaxLength));
        Assert.All([agent.BrowserVersion, agent.OperatingSystemVersion], version => Assert.InRange(version.Length, 0, Agent.VersionMaxLength));
    }

    [Fact]
    public void An_agent_is_evaluated_once()
    {
        var first = _agents.Read(RealBrowsers.All[0].UserAgent, ClientHints.None);

        Assert.Same(first, _agents.Read(string.Concat(RealBrowsers.All[0].UserAgent), ClientHints.From(new HeaderDictionary())));
    }
}
