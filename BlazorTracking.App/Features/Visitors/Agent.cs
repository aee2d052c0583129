namespace BlazorTracking.Features.Visitors;

/// <summary>What a visitor came with. Texts are empty when not known.</summary>
/// <param name="Browser">As users know it: "Chrome", "Safari", "Firefox", "Edge", … (at most 60 characters).</param>
/// <param name="BrowserVersion">"128", "17.5": the minor number only where it is not zero (at most 30 characters).</param>
/// <param name="OperatingSystem">"Windows", "macOS", "iOS", "iPadOS", "Android", … (at most 60 characters).</param>
/// <param name="OperatingSystemVersion">"10", "17.5" (at most 30 characters).</param>
/// <param name="Device">One of <see cref="DeviceClass"/>'s names, or empty.</param>
public sealed record Agent(
    string Browser,
    string BrowserVersion,
    string OperatingSystem,
    string OperatingSystemVersion,
    string Device)
{
    public const int NameMaxLength = 60;
    public const int VersionMaxLength = 30;

    public static Agent Unknown { get; } = new("", "", "", "", "");
}
