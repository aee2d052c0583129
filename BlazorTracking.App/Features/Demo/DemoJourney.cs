using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Demo;

/// <summary>One visit of a journey.</summary>
/// <param name="Wait">The time since the visit before it.</param>
internal sealed record DemoStep(TimeSpan Wait, string Path, string Event, string Properties);

/// <summary>What a visitor does in one session: an entry page, perhaps further pages, perhaps a goal.</summary>
internal sealed class DemoJourney(DemoSite site)
{
    private const double PopularityExponent = 0.85;

    /// <summary>Whoever sees a second page leaves after each further one with this probability.</summary>
    private const double LeaveRate = 0.36;

    private const int PagesMaximum = 25;

    /// <summary>The spread of reading times, which are log-normal: the standard deviation of their logarithm.</summary>
    private const double ReadingSpread = 1.05;

    private static readonly TimeSpan _longestReading = TimeSpan.FromMinutes(20);

    private readonly Weighted<string> _pages = Weighted<string>.ByRank(site.Pages, PopularityExponent);

    public IReadOnlyList<DemoStep> Draw(DemoSource source, Random random)
    {
        var path = source.Entry ?? _pages.Draw(random);
        var steps = new List<DemoStep> { new(TimeSpan.Zero, path, Visit.PageLoad, "") };
        if (random.NextDouble() < source.BounceRate)
        {
            return steps;
        }

        do
        {
            path = NextPage(path, random);
            steps.Add(new DemoStep(Reading(random), path, Visit.PageLoad, ""));
        }
        while (steps.Count < PagesMaximum && random.NextDouble() >= LeaveRate);

        if (DrawGoal(random) is { } goal)
        {
            AddGoal(steps, goal, random);
        }

        return steps;
    }

    private static void AddGoal(List<DemoStep> steps, DemoGoal goal, Random random)
    {
        foreach (var page in goal.Pages)
        {
            steps.Add(new DemoStep(TimeSpan.FromSeconds(random.Next(8, 70)), page, Visit.PageLoad, ""));
        }

        steps.Add(new DemoStep(TimeSpan.FromSeconds(random.Next(1, 25)), steps[^1].Path, goal.Event, goal.Properties.Draw(random)));
    }

    private string NextPage(string current, Random random)
    {
        var next = current;
        while (next == current)
        {
            next = _pages.Draw(random);
        }

        return next;
    }

    private DemoGoal? DrawGoal(Random random)
    {
        var at = random.NextDouble();
        foreach (var goal in site.Goals)
        {
            at -= goal.Share;
            if (at < 0)
            {
                return goal;
            }
        }

        return null;
    }

    private TimeSpan Reading(Random random)
    {
        var seconds = site.ReadingSeconds * Math.Exp(ReadingSpread * Normal(random));
        return TimeSpan.FromSeconds(Math.Clamp(seconds, 2, _longestReading.TotalSeconds));
    }

    // Box and Muller's transform; the logarithm's argument is never 0.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
