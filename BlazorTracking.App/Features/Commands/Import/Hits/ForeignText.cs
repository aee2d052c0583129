using System.Globalization;
using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Features.Commands.Import.Hits;

/// <summary>What other programs write, as this one has it.</summary>
internal static class ForeignText
{
    private const int CityMaxLength = 100;

    /// <summary>Two letters in capitals, or empty.</summary>
    public static string Country(string? code) =>
        code is { Length: 2 } && code.All(char.IsAsciiLetter) ? code.ToUpperInvariant() : "";

    public static string Place(string? name) => BoundedText.Clean(name, CityMaxLength);

    /// <summary>The class of a device, by whatever name for it; empty for one that is not known.</summary>
    public static string Device(string? name) => name?.Trim().ToLowerInvariant() switch
    {
        "desktop" or "laptop" => DeviceClass.Desktop,
        "mobile" or "smartphone" or "phablet" or "feature phone" => DeviceClass.Mobile,
        "tablet" => DeviceClass.Tablet,
        "tv" => DeviceClass.Tv,
        "console" => DeviceClass.Console,
        "wearable" => DeviceClass.Wearable,
        _ => "",
    };

    /// <summary>The class of a screen of which the size is known: "1920x1080".</summary>
    public static string Screen(string? size) =>
        ScreenClass.Of(int.TryParse(size?.Split('x')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var width) ? width : null);

    public static string Name(string? name) => BoundedText.Clean(name, Agent.NameMaxLength);

    public static string Version(string? version) => BoundedText.Clean(version, Agent.VersionMaxLength);
}
