using System.Net;
using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Tests.Features.Visitors;

public sealed class VisitorIdentityTests
{
    private static readonly byte[] _salt = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void The_same_salt_site_address_and_agent_are_the_same_visitor() =>
        Assert.Equal(Of(_salt, 1, "203.0.113.7", "Firefox"), Of([.. _salt], 1, "203.0.113.7", "Firefox"));

    [Fact]
    public void Any_other_salt_site_address_or_agent_is_another_visitor()
    {
        long[] identities =
        [
            Of(_salt, 1, "203.0.113.7", "Firefox"),
            Of([.. _salt.Reverse()], 1, "203.0.113.7", "Firefox"),
            Of(_salt, 2, "203.0.113.7", "Firefox"),
            Of(_salt, 1, "203.0.113.8", "Firefox"),
            Of(_salt, 1, "2001:db8::1", "Firefox"),
            Of(_salt, 1, "203.0.113.7", "Chrome"),
            Of(_salt, 1, null, "Firefox"),
        ];

        Assert.Equal(identities.Length, identities.Distinct().Count());
    }

    [Fact]
    public void A_user_agent_of_any_length_and_script_has_an_identity() =>
        Assert.NotEqual(0, Of(_salt, 1, "203.0.113.7", string.Concat(Enumerable.Repeat("ブラウザ", 5_000))));

    [Fact]
    public void An_identity_has_48_bits_and_uses_them()
    {
        var identities = Enumerable.Range(0, 1_000).Select(i => Of(_salt, 1, "203.0.113.7", $"Agent {i}")).ToList();

        Assert.All(identities, identity => Assert.InRange(identity, 0, (1L << 48) - 1));
        Assert.Contains(identities, identity => identity >= 1L << 47);
        Assert.Equal(identities.Count, identities.Distinct().Count());
    }

    private static long Of(byte[] salt, int siteId, string? address, string agent) =>
        VisitorIdentity.Of(salt, siteId, address is null ? null : IPAddress.Parse(address), agent);
}
