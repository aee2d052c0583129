using BlazorTracking.Features.Beacons;

namespace BlazorTracking.Features.Dashboard.Ledger;

/// <summary>What became of the site's beacons of today, in its time zone: each of them is counted exactly once.</summary>
public sealed record DayLedger(long Stored, IReadOnlyDictionary<RefusalReason, long> Others)
{
    public long Repeated => Others.GetValueOrDefault(RefusalReason.Duplicate);

    public long Refused => Others.Values.Sum() - Repeated;

    public long Received => Stored + Repeated + Refused;
}
