namespace BlazorTracking.Features.Beacons;

/// <summary>What became of a beacon, without a word about HTTP.</summary>
/// <param name="Refusal">Why it was refused; null if its visit is stored.</param>
/// <param name="Errors">What is to be said about it, by field.</param>
/// <param name="RetryAfter">When it may be sent again, where that helps.</param>
public sealed record BeaconOutcome(RefusalReason? Refusal, FieldErrors? Errors = null, TimeSpan? RetryAfter = null)
{
    public static BeaconOutcome Stored { get; } = new((RefusalReason?)null);

    public static BeaconOutcome Refused(RefusalReason reason, string field, string message, TimeSpan? retryAfter = null) =>
        new(reason, FieldErrors.Of(field, message), retryAfter);
}
