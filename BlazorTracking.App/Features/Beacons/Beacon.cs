using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Features.Beacons;

/// <summary>What a client may say of a visit, checked. Everything else (time, address, agent, site) is seen by the server itself.</summary>
public sealed record Beacon
{
    public const int UrlMaxLength = 2_000;
    public const int ReferrerMaxLength = 2_000;
    public const int EventMaxLength = 120;
    public const int LanguageMaxLength = 35;
    public const int IdMaxLength = 64;
    public const int WidthMaximum = 100_000;
    public const int PropertiesMaximum = 30;
    public const int PropertyNameMaxLength = 100;
    public const int PropertyValueMaxLength = 500;
    public const int PropertiesMaxLength = 4_000;

    public required PageAddress Page { get; init; }

    public required string Event { get; init; }

    /// <summary>As sent; empty if none.</summary>
    public string Referrer { get; init; } = "";

    /// <summary>The screen's width in CSS pixels.</summary>
    public int? Width { get; init; }

    /// <summary>As sent; empty if none.</summary>
    public string Language { get; init; } = "";

    /// <summary>The event's properties as a JSON object of strings; empty if none.</summary>
    public string Properties { get; init; } = "";

    /// <summary>The client's own id of the visit, the same on every retry; empty if none.</summary>
    public string Id { get; init; } = "";
}
