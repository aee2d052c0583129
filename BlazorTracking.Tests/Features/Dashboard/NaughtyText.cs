namespace BlazorTracking.Tests.Features.Dashboard;

/// <summary>Texts that a visitor could choose, and that must stay text.</summary>
public static class NaughtyText
{
    public const string Image = "<img src=x onerror=alert(1)>";

    public static TheoryData<string> All { get; } =
    [
        Image,
        "<script>alert(1)</script>",
        "\"><svg onload=alert(1)>",
        "javascript:alert(1)",
        "'; DROP TABLE Visits; --",
        "</title><script>alert(1)</script>",
        "&lt;b&gt;",
        "{{7*7}} ${7*7} @(7*7)",
    ];
}
