using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Visitors;

/// <summary>
/// The visitor's address and scheme behind proxies: from forwarded headers, but only those that
/// <see cref="ProxyOptions.TrustedAddresses"/> vouch for. The chain is read from its near end up to the first address
/// that is not trusted, which is the visitor; what stands before it was written by the visitor, and is ignored.
/// </summary>
public static class ForwardedAddresses
{
    public static void AddForwardedAddresses(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ProxyOptions>, ProxyOptionsValidator>();
        services.AddOptions<ProxyOptions>()
            .Configure<IConfiguration>((options, configuration) => options.Read(configuration))
            .ValidateOnStart();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>(Configure);
    }

    /// <summary>To be the first of all middleware: everything after it sees the visitor's address.</summary>
    public static void UseForwardedAddresses(this IApplicationBuilder app) => app.UseForwardedHeaders();

    private static void Configure(ForwardedHeadersOptions options, IOptions<ProxyOptions> proxies)
    {
        // .NET trusts the loopback interface unless told otherwise, and everyone when its lists are empty.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in proxies.Value.TrustedAddresses)
        {
            if (ProxyOptions.TryParse(text, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
        }

        options.ForwardLimit = null;
        options.ForwardedHeaders = options.KnownIPNetworks.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
    }
}
