namespace BlazorTracking.Features.Beacons;

/// <summary>What came of reading a request: a beacon, or why there is none.</summary>
public sealed record BeaconReading
{
    public Beacon? Beacon { get; private init; }

    public FieldErrors? Errors { get; private init; }

    public bool IsTooLarge { get; private init; }

    public static BeaconReading Of(Beacon beacon) => new() { Beacon = beacon };

    public static BeaconReading Invalid(FieldErrors errors) => new() { Errors = errors };

    public static BeaconReading TooLarge(int maximumBytes) => new()
    {
        IsTooLarge = true,
        Errors = FieldErrors.Of("body", $"A beacon's body may have at most {maximumBytes} bytes."),
    };
}
