namespace BlazorTracking.Features.Sites;

/// <summary>The address policies in words.</summary>
public static class AddressPolicies
{
    public static string Title(AddressPolicy policy) => policy switch
    {
        AddressPolicy.Truncated => SitesText.PolicyTruncated,
        AddressPolicy.Full => SitesText.PolicyFull,
        _ => SitesText.PolicyNone,
    };

    public static string Explanation(AddressPolicy policy) => policy switch
    {
        AddressPolicy.Truncated => SitesText.PolicyTruncatedText,
        AddressPolicy.Full => SitesText.PolicyFullText,
        _ => SitesText.PolicyNoneText,
    };

    public static string Sentence(AddressPolicy policy) => policy switch
    {
        AddressPolicy.Truncated => SitesText.PolicyTruncatedSentence,
        AddressPolicy.Full => SitesText.PolicyFullSentence,
        _ => SitesText.PolicyNoneSentence,
    };
}
