using BlazorTracking.Tests.Browser.Pages;

namespace BlazorTracking.Tests.Browser;

/// <summary>How soon a dashboard is there.</summary>
[Collection(nameof(BrowserSpeed))]
public sealed class DashboardSpeedTests(BrowserFixture browser)
{
    private const int Slowdown = 4;

    /// <summary>
    /// What else the machine does can only slow a page down, a server that has just started above all: the fastest of so many
    /// is what the page itself takes.
    /// </summary>
    private const int Attempts = 30;

    private static readonly LoadTimes _goal = new() { Content = 1000, Interactive = 2000 };

    [BrowserFact]
    public async Task With_a_quarter_of_the_processor_content_is_there_within_a_second_and_the_circuits_figures_within_two()
    {
        var owner = await SiteOwner.RegisterAsync(browser, "quick@example.com");
        var site = await owner.AddSiteAsync("https://tea.example", "Tea shop");
        await SampleTraffic.SendAsync(owner.Server, site.Id);
        var times = new List<LoadTimes>();
        while (times.Count < Attempts && !times.Any(IsGood))
        {
            await using var context = await owner.OpenAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
            times.Add(await new LoadPage(await context.NewPageAsync()).OpenAsync(site.DashboardUrl, Slowdown));
        }

        Assert.True(IsGood(times[^1]), string.Join(Environment.NewLine, times));
    }

    private static bool IsGood(LoadTimes times) => times.Content < _goal.Content && times.Interactive < _goal.Interactive;
}

/// <summary>Alone: what it measures are two cores.</summary>
[CollectionDefinition(nameof(BrowserSpeed), DisableParallelization = true)]
public sealed class BrowserSpeed : ICollectionFixture<BrowserFixture>;
