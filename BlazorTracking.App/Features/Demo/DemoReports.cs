using BlazorTracking.Features.Annotations;
using BlazorTracking.Features.Funnels;
using BlazorTracking.Features.Goals;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Demo;

/// <summary>What the owner of the demonstration's sites wants to know of them: goals, a funnel, and notes on their days.</summary>
internal static class DemoReports
{
    /// <summary>Every event that a session may end with, and a group of pages.</summary>
    public static IEnumerable<Goal> Goals(DemoSite character, Site site)
    {
        foreach (var goal in character.Goals)
        {
            yield return new Goal { SiteId = site.Id, Name = goal.Event, Kind = ConditionKind.Event, Text = goal.Event };
        }

        if (character.ReadPages is { } pages)
        {
            yield return new Goal { SiteId = site.Id, Name = pages.Name, Kind = ConditionKind.Page, Text = pages.Path };
        }
    }

    /// <summary>The way to the site's first goal, or none where it has no pages of its own.</summary>
    public static IEnumerable<Funnel> Funnels(DemoSite character, Site site)
    {
        if (character.Goals[0] is { Pages.Length: > 0 } goal && character.ReadPages is { } pages)
        {
            yield return new Funnel
            {
                SiteId = site.Id,
                Name = goal.Event,
                Steps =
                [
                    new VisitCondition(ConditionKind.Page, pages.Path),
                    .. goal.Pages.Select(page => new VisitCondition(ConditionKind.Page, page)),
                    new VisitCondition(ConditionKind.Event, goal.Event),
                ],
            };
        }
    }

    /// <summary>Why the site was the talk of some place.</summary>
    public static IEnumerable<Annotation> Notes(DemoSite character, Site site, DateOnly today) => character.Peaks
        .Where(peak => peak.Note.Length > 0)
        .Select(peak => new Annotation { SiteId = site.Id, Date = today.AddDays(-peak.DaysAgo), Text = peak.Note });
}
