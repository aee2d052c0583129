namespace BlazorTracking.Features.Sites;

/// <summary>The address policies in words.</summary>
public static class AddressPolicies
{
    public static string Title(AddressPolicy policy) => policy switch
    {
        AddressPolicy.Truncated => "Keep the network",
        AddressPolicy.Full => "Keep the whole address",
        _ => "Keep none",
    };

    public static string Explanation(AddressPolicy policy) => policy switch
    {
        AddressPolicy.Truncated => "192.0.2.123 is kept as 192.0.2.0: the network, not the visitor. Of IPv6 addresses the first 48 bits are kept.",
        AddressPolicy.Full => "Addresses are personal data in many countries. Keep them only if you have a reason, and say so to your visitors.",
        _ => "The address serves to find the country and to tell visitors apart for a day, and is then forgotten. Nothing of it is stored.",
    };

    public static string Sentence(AddressPolicy policy) => policy switch
    {
        AddressPolicy.Truncated => "networks are kept",
        AddressPolicy.Full => "addresses are kept",
        _ => "addresses are not kept",
    };
}
