namespace BlazorTracking.Features.Visitors;

/// <summary>Classes of screen widths. The borders are those that CSS frameworks break at (576, 992 and 1440 CSS pixels).</summary>
public static class ScreenClass
{
    public const string Mobile = "Mobile";
    public const string Tablet = "Tablet";
    public const string Laptop = "Laptop";
    public const string Desktop = "Desktop";

    /// <param name="width">The screen's width in CSS pixels.</param>
    /// <returns>Empty when the width is not known or not positive.</returns>
    public static string Of(int? width) => width switch
    {
        null or <= 0 => "",
        < 576 => Mobile,
        < 992 => Tablet,
        < 1440 => Laptop,
        _ => Desktop,
    };
}
