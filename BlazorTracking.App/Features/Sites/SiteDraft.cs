using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Sites;

/// <summary>What a person enters about a site, and what is wrong with it.</summary>
public sealed class SiteDraft
{
    public string Name { get; set; } = "";
    public string BaseUrl { get; set; } = "";
    public string TimeZone { get; set; } = "";
    public AddressPolicy AddressPolicy { get; set; }
    public bool RecognisesVisitors { get; set; }

    /// <summary>For how many months visits are kept; null where the site says nothing of its own.</summary>
    public int? RetentionMonths { get; set; }

    public static SiteDraft Of(Site site) => new()
    {
        Name = site.Name,
        BaseUrl = site.BaseUrl,
        TimeZone = site.TimeZone,
        AddressPolicy = site.AddressPolicy,
        RetentionMonths = site.RetentionMonths > 0 ? site.RetentionMonths : null,
        RecognisesVisitors = site.RecognisesVisitors,
    };

    /// <summary>The same without what people add by accident: spaces around, a URL without its scheme, no name beside the URL.</summary>
    public SiteDraft Tidied()
    {
        var url = BaseUrl.Trim();
        if (url.Length > 0 && !url.Contains("://", StringComparison.Ordinal) && !url.StartsWith('/') && IsHttpUrl($"https://{url}"))
        {
            url = $"https://{url}";
        }

        return new SiteDraft
        {
            Name = Name.Trim() is { Length: > 0 } name ? name : HostOf(url),
            BaseUrl = url,
            TimeZone = TimeZone.Trim(),
            AddressPolicy = AddressPolicy,
            RetentionMonths = RetentionMonths,
            RecognisesVisitors = RecognisesVisitors,
        };
    }

    /// <summary>What is wrong with the name, in a sentence, or null.</summary>
    public static string? NameError(string? name) => name?.Trim() switch
    {
        null or "" => SitesText.NameMissing,
        { Length: > Site.NameMaxLength } => SitesText.NameTooLong.With(Site.NameMaxLength),
        var text when text.Any(char.IsControl) => SitesText.NameControl,
        _ => null,
    };

    /// <summary>What is wrong with the URL, in a sentence, or null.</summary>
    public static string? BaseUrlError(string? url) => url?.Trim() switch
    {
        null or "" => SitesText.UrlMissing,
        { Length: > Site.BaseUrlMaxLength } => SitesText.UrlTooLong.With(Site.BaseUrlMaxLength),
        var text when !IsHttpUrl(text) => SitesText.UrlInvalid,
        _ => null,
    };

    /// <summary>What is wrong with the time zone, in a sentence, or null.</summary>
    public static string? TimeZoneError(string? timeZone) => timeZone switch
    {
        null or "" => SitesText.ZoneMissing,
        var id when !TimeZones.IsKnown(id) => SitesText.ZoneUnknown.With(id),
        _ => null,
    };

    /// <summary>What is wrong with the months, in a sentence, or null.</summary>
    public static string? RetentionError(int? months) => months is null or (>= 1 and <= VisitsOptions.LongestRetention)
        ? null
        : SitesText.RetentionInvalid.With(VisitsOptions.LongestRetention);

    public bool IsValid =>
        NameError(Name) is null && BaseUrlError(BaseUrl) is null && TimeZoneError(TimeZone) is null && RetentionError(RetentionMonths) is null
        && Enum.IsDefined(AddressPolicy);

    private static bool IsHttpUrl(string url) =>
        !url.Any(char.IsControl) && !url.Any(char.IsWhiteSpace)
        && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0 && uri.UserInfo.Length == 0;

    private static string HostOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri?.Host ?? "";
}
