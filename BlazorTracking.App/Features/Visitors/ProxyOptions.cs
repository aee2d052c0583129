using System.Net;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Visitors;

public sealed class ProxyOptions
{
    public const string Section = "Proxy";

    /// <summary>
    /// The proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed: addresses and networks
    /// (<c>10.0.0.0/8</c>), as a list or in one text with commas between. Empty: nobody's.
    /// </summary>
    public IReadOnlyList<string> TrustedAddresses { get; private set; } = [];

    /// <summary>The binder of .NET reads a list only; one environment variable is easier to set than several.</summary>
    internal void Read(IConfiguration configuration)
    {
        var setting = configuration.GetSection($"{Section}:{nameof(TrustedAddresses)}");
        TrustedAddresses = [.. setting.GetChildren().Select(entry => entry.Value)
            .Prepend(setting.Value)
            .SelectMany(text => (text ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries))];
    }

    /// <summary>An address is the network of itself alone.</summary>
    internal static bool TryParse(string text, out IPNetwork network)
    {
        // The parser also takes "10" for 0.0.0.10.
        if (IPAddress.TryParse(text, out var address) && (text.Contains(':', StringComparison.Ordinal) || text.AsSpan().Count('.') == 3))
        {
            var plain = AddressRules.Normalise(address);
            network = new IPNetwork(plain, plain.GetAddressBytes().Length * 8);
            return true;
        }

        return IPNetwork.TryParse(text, out network);
    }
}

internal sealed class ProxyOptionsValidator : IValidateOptions<ProxyOptions>
{
    public ValidateOptionsResult Validate(string? name, ProxyOptions options) =>
        options.TrustedAddresses.FirstOrDefault(text => !ProxyOptions.TryParse(text, out _)) is { } wrong
            ? ValidateOptionsResult.Fail($"Proxy:TrustedAddresses must hold addresses or networks such as 10.0.0.0/8, but “{wrong}” is neither.")
            : ValidateOptionsResult.Success;
}
