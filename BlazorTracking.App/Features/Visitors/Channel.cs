namespace BlazorTracking.Features.Visitors;

/// <summary>The kinds of source that a session can come from; docs/sources.md says which is taken when.</summary>
public static class Channel
{
    public const string Direct = "Direct";
    public const string OrganicSearch = "Organic search";
    public const string PaidSearch = "Paid search";
    public const string OrganicSocial = "Organic social";
    public const string PaidSocial = "Paid social";
    public const string OrganicVideo = "Organic video";
    public const string PaidVideo = "Paid video";
    public const string OrganicShopping = "Organic shopping";
    public const string PaidShopping = "Paid shopping";
    public const string PaidOther = "Paid other";
    public const string Display = "Display";
    public const string Email = "Email";
    public const string Affiliates = "Affiliates";
    public const string AiAssistants = "AI assistants";
    public const string Audio = "Audio";
    public const string Sms = "SMS";
    public const string Push = "Push";
    public const string Referral = "Referral";

    /// <summary>Tagged with something that fits no other channel.</summary>
    public const string Campaign = "Campaign";
}
