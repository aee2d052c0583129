using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Features.Beacons;

/// <summary>
/// The way of one beacon, from the request to the durable commit. Every beacon is stored, or refused with a reason that
/// is counted; also that of a page which was closed right after it was sent, so nothing here ends with the connection.
/// </summary>
public sealed partial class BeaconIntake(
    TrackedSites sites,
    BeaconLimits limits,
    BeaconReader reader,
    BotDetector bots,
    VisitFactory factory,
    VisitWriter writer,
    Ledger ledger,
    ILogger<BeaconIntake> logger)
{
    private static readonly TimeSpan _retryAfter = TimeSpan.FromSeconds(5);

    public async Task<BeaconOutcome> ReceiveAsync(int siteId, HttpContext context)
    {
        TrackedSite? site = null;
        BeaconOutcome outcome;
        try
        {
            site = await sites.FindAsync(siteId, CancellationToken.None);
            outcome = await ReceiveAsync(site, context);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException or Microsoft.EntityFrameworkCore.Storage.RetryLimitExceededException)
        {
            Log.DatabaseDown(logger, exception);
            outcome = OverCapacity();
        }

        if (outcome.Refusal is { } reason)
        {
            ledger.Count(site, reason);
        }

        return outcome;
    }

    private async Task<BeaconOutcome> ReceiveAsync(TrackedSite? site, HttpContext context)
    {
        if (limits.CheckAddress(context.Connection.RemoteIpAddress) is { } addressMayRetry)
        {
            return BeaconOutcome.Refused(RefusalReason.RateLimit, "rate", "Too many beacons from this address.", addressMayRetry);
        }

        if (site is null)
        {
            return BeaconOutcome.Refused(RefusalReason.UnknownSite, "site", "There is no such site.");
        }

        if (limits.CheckSite(site.Id) is { } siteMayRetry)
        {
            return BeaconOutcome.Refused(RefusalReason.RateLimit, "rate", "Too many beacons for this site.", siteMayRetry);
        }

        var reading = await reader.ReadAsync(context.Request);
        if (reading.Beacon is not { } beacon)
        {
            return new BeaconOutcome(reading.IsTooLarge ? RefusalReason.TooLarge : RefusalReason.BadRequest, reading.Errors);
        }

        var sender = BeaconSender.Of(context);
        if (bots.IsBot(sender.UserAgent))
        {
            return BeaconOutcome.Refused(RefusalReason.Bot, "userAgent", "Visits of robots are counted apart, not stored.");
        }

        var draft = await factory.CreateAsync(site, beacon, sender);
        switch (await writer.WriteAsync(draft))
        {
            case WriteResult.Stored:
                return BeaconOutcome.Stored;
            case WriteResult.Duplicate:
                // Not a refusal to the client: its visit is stored.
                ledger.Count(site, RefusalReason.Duplicate);
                return BeaconOutcome.Stored;
            default:
                return OverCapacity();
        }
    }

    private static BeaconOutcome OverCapacity() =>
        BeaconOutcome.Refused(RefusalReason.OverCapacity, "server", "The visit could not be stored now; send it again.", _retryAfter);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The database did not answer; a beacon was told to try again.")]
        public static partial void DatabaseDown(ILogger logger, Exception exception);
    }
}
