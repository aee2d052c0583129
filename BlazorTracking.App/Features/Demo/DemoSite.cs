namespace BlazorTracking.Features.Demo;

/// <summary>A made-up web site and what is known of the people who visit it.</summary>
internal sealed record DemoSite
{
    public required string Name { get; init; }

    public required string BaseUrl { get; init; }

    /// <summary>An IANA time zone id: the hours and weekdays below are its own.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Sessions on an average day at the end of the history.</summary>
    public required double SessionsPerDay { get; init; }

    /// <summary>By how much the sessions of a day grow in 90 days: 2 is twice as many.</summary>
    public required double Growth { get; init; }

    /// <summary>How busy each hour of the day is, from midnight; relative.</summary>
    public required double[] Hours { get; init; }

    /// <summary>How busy each day of the week is, from Sunday; relative.</summary>
    public required double[] Weekdays { get; init; }

    /// <summary>The share of each kind of device; relative.</summary>
    public required Weighted<Weighted<DemoAgent>> Agents { get; init; }

    public required Weighted<string> Countries { get; init; }

    public required Weighted<DemoSource> Sources { get; init; }

    /// <summary>The paths, the most visited first.</summary>
    public required string[] Pages { get; init; }

    /// <summary>How slowly the pages are read: the median in seconds.</summary>
    public required double ReadingSeconds { get; init; }

    public required DemoGoal[] Goals { get; init; }

    /// <summary>Pages of which a view is a goal; <c>*</c> stands for any characters.</summary>
    public (string Name, string Path)? ReadPages { get; init; }

    /// <summary>Whether its visitors are recognised from week to week. Then some of them come back.</summary>
    public bool RecognisesVisitors { get; init; }

    public DemoPeak[] Peaks { get; init; } = [];
}

/// <summary>Where a session comes from.</summary>
/// <param name="Referrer">The referring page; empty for direct traffic.</param>
/// <param name="BounceRate">The share of its sessions that see one page and leave.</param>
/// <param name="Query">What its links carry (<c>utm_…</c>, click ids).</param>
/// <param name="Entry">The page that it leads to; null for any.</param>
internal sealed record DemoSource(string Referrer, double BounceRate, string Query = "", string? Entry = null);

/// <summary>What some sessions reach at their end: pages in this order, then an event.</summary>
/// <param name="Share">The share of the sessions that saw more than one page.</param>
/// <param name="Properties">The event's properties, as JSON objects to choose from.</param>
internal sealed record DemoGoal(string Event, double Share, string[] Pages, Weighted<string> Properties);

/// <summary>A day on which the site was the talk of some place.</summary>
/// <param name="DaysAgo">Counted from the day on which the history was made.</param>
/// <param name="Factor">The sessions that come on top, as a multiple of an average day's.</param>
/// <param name="Note">What the site's owner noted of the day.</param>
internal sealed record DemoPeak(int DaysAgo, double Factor, DemoSource Source, string Note = "");
