namespace BlazorTracking.Features.Visits;

/// <summary>
/// One column of a visit and how to read it from the record, in the order in which the writers bind it: the same
/// columns by the same names in every engine. Only coordinates can be null.
/// </summary>
internal sealed record VisitColumn(string Name, Type Type, Func<Visit, object?> Read)
{
    /// <summary>The table of every engine.</summary>
    public const string Table = "Visits";

    public bool IsNullable => Name is nameof(Visit.Latitude) or nameof(Visit.Longitude);

    public static IReadOnlyList<VisitColumn> All { get; } =
    [
        new(nameof(Visit.Id), typeof(Guid), visit => visit.Id),
        new(nameof(Visit.SiteId), typeof(int), visit => visit.SiteId),
        new(nameof(Visit.OccurredAt), typeof(long), visit => visit.OccurredAt),
        new(nameof(Visit.Event), typeof(string), visit => visit.Event),
        new(nameof(Visit.Hostname), typeof(string), visit => visit.Hostname),
        new(nameof(Visit.Path), typeof(string), visit => visit.Path),
        new(nameof(Visit.Properties), typeof(string), visit => visit.Properties),
        new(nameof(Visit.VisitorId), typeof(long), visit => visit.VisitorId),
        new(nameof(Visit.SessionId), typeof(long), visit => visit.SessionId),
        new(nameof(Visit.NewVisitor), typeof(int), visit => visit.NewVisitor),
        new(nameof(Visit.NewPageVisitor), typeof(int), visit => visit.NewPageVisitor),
        new(nameof(Visit.NewSession), typeof(int), visit => visit.NewSession),
        new(nameof(Visit.SessionStartedAt), typeof(long), visit => visit.SessionStartedAt),
        new(nameof(Visit.Bounce), typeof(int), visit => visit.Bounce),
        new(nameof(Visit.DurationMs), typeof(long), visit => visit.DurationMs),
        new(nameof(Visit.PreviousPath), typeof(string), visit => visit.PreviousPath),
        new(nameof(Visit.ReferrerHost), typeof(string), visit => visit.ReferrerHost),
        new(nameof(Visit.ReferrerPath), typeof(string), visit => visit.ReferrerPath),
        new(nameof(Visit.Source), typeof(string), visit => visit.Source),
        new(nameof(Visit.Channel), typeof(string), visit => visit.Channel),
        new(nameof(Visit.UtmSource), typeof(string), visit => visit.UtmSource),
        new(nameof(Visit.UtmMedium), typeof(string), visit => visit.UtmMedium),
        new(nameof(Visit.UtmCampaign), typeof(string), visit => visit.UtmCampaign),
        new(nameof(Visit.UtmContent), typeof(string), visit => visit.UtmContent),
        new(nameof(Visit.UtmTerm), typeof(string), visit => visit.UtmTerm),
        new(nameof(Visit.Country), typeof(string), visit => visit.Country),
        new(nameof(Visit.Region), typeof(string), visit => visit.Region),
        new(nameof(Visit.City), typeof(string), visit => visit.City),
        new(nameof(Visit.PostalCode), typeof(string), visit => visit.PostalCode),
        new(nameof(Visit.Latitude), typeof(double), visit => visit.Latitude),
        new(nameof(Visit.Longitude), typeof(double), visit => visit.Longitude),
        new(nameof(Visit.Browser), typeof(string), visit => visit.Browser),
        new(nameof(Visit.BrowserVersion), typeof(string), visit => visit.BrowserVersion),
        new(nameof(Visit.OperatingSystem), typeof(string), visit => visit.OperatingSystem),
        new(nameof(Visit.OperatingSystemVersion), typeof(string), visit => visit.OperatingSystemVersion),
        new(nameof(Visit.Device), typeof(string), visit => visit.Device),
        new(nameof(Visit.Screen), typeof(string), visit => visit.Screen),
        new(nameof(Visit.Language), typeof(string), visit => visit.Language),
        new(nameof(Visit.Trust), typeof(int), visit => (int)visit.Trust),
        new(nameof(Visit.Address), typeof(string), visit => visit.Address),
    ];
}
