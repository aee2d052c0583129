using BlazorTracking.Features.Demo;
using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Tests.Features.Demo;

public sealed class DemoAgentsTests
{
    private readonly AgentReader _reader = new();
    private readonly BotDetector _bots = new();

    [Fact]
    public void Every_browser_is_one_that_the_program_knows_and_takes_for_no_robot() =>
        Assert.All(DemoSites.All.SelectMany(site => site.Agents.Items).SelectMany(agents => agents.Items), agent =>
        {
            var read = _reader.Read(agent.UserAgent, agent.Hints);
            Assert.DoesNotContain("", (string[])[read.Browser, read.BrowserVersion, read.OperatingSystem, read.Device]);
            Assert.False(_bots.IsBot(agent.UserAgent));
        });

    [Fact]
    public void Each_kind_of_device_is_what_it_says() =>
        Assert.All(
            (IEnumerable<(Weighted<DemoAgent> Agents, string Device)>)
            [
                (DemoAgents.Desktop, DeviceClass.Desktop),
                (DemoAgents.Workstation, DeviceClass.Desktop),
                (DemoAgents.Telephone, DeviceClass.Mobile),
                (DemoAgents.Tablet, DeviceClass.Tablet),
            ],
            kind => Assert.All(kind.Agents.Items, agent => Assert.Equal(kind.Device, _reader.Read(agent.UserAgent, agent.Hints).Device)));
}
