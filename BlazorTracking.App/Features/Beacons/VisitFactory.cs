using System.Net;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Beacons;

/// <summary>Beacon + who sent it + the day's salt → a visit that lacks only its session.</summary>
public sealed class VisitFactory(AgentReader agents, GeoDatabase geo, DailySalts salts, TimeProvider time)
{
    public async ValueTask<VisitDraft> CreateAsync(TrackedSite site, Beacon beacon, BeaconSender sender)
    {
        var now = time.GetUtcNow();
        var today = site.DateAt(now);
        var salt = await salts.GetAsync(today, CancellationToken.None);
        var saltOfYesterday = await salts.GetAsync(today.AddDays(-1), CancellationToken.None);

        var host = beacon.Page.Host.Length > 0 ? beacon.Page.Host : site.Host;
        var agent = agents.Read(sender.UserAgent, sender.Hints);
        var location = geo.Locate(sender.Address);
        var referral = ReferralReader.Read(host, beacon.Page.Query, beacon.Referrer, site.Host);

        var visit = new Visit
        {
            Id = VisitId.Of(site.Id, beacon.Id, now),
            SiteId = site.Id,
            OccurredAt = now.ToUnixTimeMilliseconds(),
            Event = beacon.Event,
            Hostname = host,
            Path = beacon.Page.Path,
            Properties = beacon.Properties,
            VisitorId = VisitorIdentity.Of(salt, site.Id, sender.Address, sender.UserAgent),
            ReferrerHost = referral.ReferrerHost,
            ReferrerPath = referral.ReferrerPath,
            Source = referral.Source,
            Channel = referral.Channel,
            UtmSource = referral.UtmSource,
            UtmMedium = referral.UtmMedium,
            UtmCampaign = referral.UtmCampaign,
            UtmContent = referral.UtmContent,
            UtmTerm = referral.UtmTerm,
            Country = location.Country,
            Region = location.Region,
            City = location.City,
            PostalCode = location.PostalCode,
            Latitude = location.Latitude,
            Longitude = location.Longitude,
            Browser = agent.Browser,
            BrowserVersion = agent.BrowserVersion,
            OperatingSystem = agent.OperatingSystem,
            OperatingSystemVersion = agent.OperatingSystemVersion,
            Device = agent.Device,
            Screen = ScreenClass.Of(beacon.Width),
            Language = LanguageTag.Of(beacon.Language, sender.AcceptLanguage),
            Trust = TrustIn(sender, site),
            Address = AddressRules.Keep(sender.Address, site.AddressPolicy),
        };
        var visitorIdOfYesterday = VisitorIdentity.Of(saltOfYesterday, site.Id, sender.Address, sender.UserAgent);
        return new VisitDraft(visit, visitorIdOfYesterday, Recognise(site, today, sender.Address, agent));
    }

    private static WeeklyVisitor? Recognise(TrackedSite site, DateOnly today, IPAddress? address, Agent agent) => site.RecognitionSalt is not { } salt ? null : new WeeklyVisitor
    {
        SiteId = site.Id,
        Week = WeeklyVisitor.WeekOf(today),
        VisitorId = VisitorIdentity.Of(salt, site.Id, address, $"{agent.Browser}\n{agent.OperatingSystem}\n{agent.Device}"),
    };

    private static VisitTrust TrustIn(BeaconSender sender, TrackedSite site)
    {
        if (sender.OriginHost.Length == 0)
        {
            return VisitTrust.Unverified;
        }

        return site.IsOwnHost(sender.OriginHost) ? VisitTrust.OwnOrigin : VisitTrust.ForeignOrigin;
    }
}
