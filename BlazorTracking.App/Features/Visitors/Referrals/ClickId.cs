namespace BlazorTracking.Features.Visitors.Referrals;

/// <summary>
/// A parameter that a network adds to the links that lead out of it. Those of advertisements say that a click was paid
/// for; Facebook's and Instagram's are on every link, and name the network only.
/// </summary>
internal sealed record ClickId(string Parameter, string Source, bool IsPaid)
{
    public static IReadOnlyList<ClickId> All { get; } =
    [
        new("gclid", "Google", IsPaid: true),
        new("gbraid", "Google", IsPaid: true),
        new("wbraid", "Google", IsPaid: true),
        new("msclkid", "Bing", IsPaid: true),
        new("yclid", "Yandex", IsPaid: true),
        new("ttclid", "TikTok", IsPaid: true),
        new("twclid", "X", IsPaid: true),
        new("li_fat_id", "LinkedIn", IsPaid: true),
        new("rdt_cid", "Reddit", IsPaid: true),
        new("sccid", "Snapchat", IsPaid: true),
        new("fbclid", "Facebook", IsPaid: false),
        new("igshid", "Instagram", IsPaid: false),
        new("igsh", "Instagram", IsPaid: false),
    ];
}
