using System.Net;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Tests.Features.Visitors;

public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("203.0.113.77", AddressPolicy.None, "")]
    [InlineData("203.0.113.77", AddressPolicy.Truncated, "203.0.113.0")]
    [InlineData("203.0.113.77", AddressPolicy.Full, "203.0.113.77")]
    [InlineData("::ffff:203.0.113.77", AddressPolicy.Truncated, "203.0.113.0")]
    [InlineData("::ffff:203.0.113.77", AddressPolicy.Full, "203.0.113.77")]
    [InlineData("2001:db8:1:2:3:4:5:6", AddressPolicy.None, "")]
    [InlineData("2001:db8:1:2:3:4:5:6", AddressPolicy.Truncated, "2001:db8:1::")]
    [InlineData("2001:db8:1:2:3:4:5:6", AddressPolicy.Full, "2001:db8:1:2:3:4:5:6")]
    [InlineData("fe80::1%7", AddressPolicy.Full, "fe80::1")]
    [InlineData("203.0.113.77", (AddressPolicy)99, "")]
    public void An_address_is_kept_as_the_policy_says(string address, AddressPolicy policy, string kept)
    {
        Assert.Equal(kept, AddressRules.Keep(IPAddress.Parse(address), policy));
    }

    [Theory]
    [InlineData(AddressPolicy.None)]
    [InlineData(AddressPolicy.Truncated)]
    [InlineData(AddressPolicy.Full)]
    public void No_address_keeps_nothing(AddressPolicy policy)
    {
        Assert.Equal("", AddressRules.Keep(null, policy));
    }
}
