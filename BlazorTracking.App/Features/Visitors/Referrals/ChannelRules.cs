using System.Text.RegularExpressions;

namespace BlazorTracking.Features.Visitors.Referrals;

/// <summary>
/// Chooses the channel. The rules follow Google Analytics' default channel group, so that figures compare
/// (https://support.google.com/analytics/answer/9756891), with AI assistants as a channel of their own.
/// </summary>
internal static partial class ChannelRules
{
    /// <param name="kind">What the source is.</param>
    /// <param name="tag"><c>utm_source</c> or what stands for it, lower case.</param>
    /// <param name="medium"><c>utm_medium</c>, lower case.</param>
    /// <param name="isPaidClick">Whether an advertisement's click id is in the page's URL.</param>
    /// <param name="hasReferrer">Whether another site sent the visitor.</param>
    /// <param name="isTagged">Whether the page's URL names a source, a medium or a campaign.</param>
    public static string Choose(SourceKind kind, string tag, string medium, bool isPaidClick, bool hasReferrer, bool isTagged)
    {
        if (isPaidClick || PaidMedium().IsMatch(medium))
        {
            return Paid(kind, medium);
        }

        return ByMedium(medium) ?? ByTag(tag) ?? ByKind(kind) ?? Rest(hasReferrer, isTagged);
    }

    private static string Paid(SourceKind kind, string medium) => kind switch
    {
        SourceKind.Search => Channel.PaidSearch,
        SourceKind.Social => Channel.PaidSocial,
        SourceKind.Video => Channel.PaidVideo,
        SourceKind.Shopping => Channel.PaidShopping,
        _ => ByMedium(medium) == Channel.Display ? Channel.Display : Channel.PaidOther,
    };

    private static string? ByMedium(string medium) => medium switch
    {
        "" => null,
        "display" or "banner" or "expandable" or "interstitial" or "cpm" => Channel.Display,
        "email" or "e-mail" or "e_mail" or "e mail" or "newsletter" => Channel.Email,
        "affiliate" or "affiliates" => Channel.Affiliates,
        "audio" or "podcast" => Channel.Audio,
        "sms" => Channel.Sms,
        "social" or "social-network" or "social-media" or "sm" or "social network" or "social media" => Channel.OrganicSocial,
        "organic" => Channel.OrganicSearch,
        "referral" or "app" or "link" => Channel.Referral,
        "ai" or "ai-assistant" or "chatbot" => Channel.AiAssistants,
        _ when medium.EndsWith("push", StringComparison.Ordinal) || medium.Contains("notification", StringComparison.Ordinal) => Channel.Push,
        _ when medium.Contains("video", StringComparison.Ordinal) => Channel.OrganicVideo,
        _ => null,
    };

    private static string? ByTag(string tag) => tag switch
    {
        "email" or "e-mail" or "e_mail" or "e mail" or "newsletter" => Channel.Email,
        "sms" => Channel.Sms,
        "firebase" => Channel.Push,
        _ => null,
    };

    private static string? ByKind(SourceKind kind) => kind switch
    {
        SourceKind.Search => Channel.OrganicSearch,
        SourceKind.Social => Channel.OrganicSocial,
        SourceKind.Video => Channel.OrganicVideo,
        SourceKind.Shopping => Channel.OrganicShopping,
        SourceKind.AiAssistant => Channel.AiAssistants,
        SourceKind.Email => Channel.Email,
        SourceKind.Site => Channel.Referral,
        _ => null,
    };

    private static string Rest(bool hasReferrer, bool isTagged)
    {
        if (isTagged)
        {
            return Channel.Campaign;
        }

        return hasReferrer ? Channel.Referral : Channel.Direct;
    }

    [GeneratedRegex("^(?:.*cp.*|ppc|retargeting|paid.*)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex PaidMedium();
}
