using BlazorTracking.Features.Visitors;

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
}
