using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Tests.Features.Visitors;

public sealed class SipHashTests
{
    private static readonly byte[] _key = [.. Enumerable.Range(0, 16).Select(i => (byte)i)];

    [Theory]
    // The paper's appendix A has the one of 15 bytes, its authors' reference code the others.
    [InlineData(0, 0x726fdb47dd0e0e31)]
    [InlineData(1, 0x74f839c593dc67fd)]
    [InlineData(8, 0x93f5f5799a932462)]
    [InlineData(15, 0xa129ca6149be45e5)]
    public void A_known_message_has_the_known_hash(int length, ulong hash) =>
        Assert.Equal(hash, SipHash.Of(_key, [.. Enumerable.Range(0, length).Select(i => (byte)i)]));

    [Fact]
    public void A_key_of_another_length_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SipHash.Of(new byte[32], []));
}
