namespace BlazorTracking.Features.Visitors;

/// <summary>Who sent a visitor. Texts are empty when not known. docs/sources.md defines source and channel.</summary>
/// <param name="ReferrerHost">Lower case, without <c>www.</c>, ASCII (punycode); an Android app's package name for one.</param>
/// <param name="ReferrerPath">Begins with a slash; without query and fragment.</param>
/// <param name="Source">By name ("Google", "Hacker News"), else the tag or host as it came; empty for direct traffic.</param>
/// <param name="Channel">One of <see cref="Visitors.Channel"/>'s names; never empty.</param>
/// <param name="UtmSource">As tagged in the page's URL, at most 200 characters; so the four below.</param>
/// <param name="UtmMedium">"cpc", "email", …</param>
/// <param name="UtmCampaign">The campaign's name.</param>
/// <param name="UtmContent">Which of several links of a campaign.</param>
/// <param name="UtmTerm">The search term that was bought.</param>
public sealed record Referral(
    string ReferrerHost,
    string ReferrerPath,
    string Source,
    string Channel,
    string UtmSource,
    string UtmMedium,
    string UtmCampaign,
    string UtmContent,
    string UtmTerm)
{
    public const int HostMaxLength = 253;
    public const int PathMaxLength = 2000;
    public const int UtmMaxLength = 200;
}
