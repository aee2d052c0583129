using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Import.Hits;

/// <summary>What is known of a visitor, put into a visit.</summary>
internal static class VisitParts
{
    public static Visit With(this Visit visit, Referral referral) => visit with
    {
        ReferrerHost = referral.ReferrerHost,
        ReferrerPath = referral.ReferrerPath,
        Source = referral.Source,
        Channel = referral.Channel,
        UtmSource = referral.UtmSource,
        UtmMedium = referral.UtmMedium,
        UtmCampaign = referral.UtmCampaign,
        UtmContent = referral.UtmContent,
        UtmTerm = referral.UtmTerm,
    };

    public static Visit With(this Visit visit, Location location) => visit with
    {
        Country = location.Country,
        Region = location.Region,
        City = location.City,
        PostalCode = location.PostalCode,
        Latitude = location.Latitude,
        Longitude = location.Longitude,
    };

    public static Visit With(this Visit visit, Agent agent) => visit with
    {
        Browser = agent.Browser,
        BrowserVersion = agent.BrowserVersion,
        OperatingSystem = agent.OperatingSystem,
        OperatingSystemVersion = agent.OperatingSystemVersion,
        Device = agent.Device,
    };
}
