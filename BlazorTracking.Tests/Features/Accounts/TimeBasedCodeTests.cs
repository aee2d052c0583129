using BlazorTracking.Features.Accounts;

namespace BlazorTracking.Tests.Features.Accounts;

public sealed class TimeBasedCodeTests
{
    // RFC 6238, appendix B (SHA-1): the shared secret is the text 12345678901234567890; the last six of its eight digits.
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, TimeBasedCode.Compute(Key, TimeBasedCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void A_key_that_is_not_base_32_is_refused() =>
        Assert.Throws<FormatException>(() => TimeBasedCode.Compute("not base 32!", 1));
}
