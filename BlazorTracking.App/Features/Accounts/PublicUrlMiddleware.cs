using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Accounts;

/// <summary>
/// Gives the account pages the configured scheme and host, so that the links they mail lead to this server whatever
/// <c>Host</c> header somebody sends.
/// </summary>
public sealed class PublicUrlMiddleware(RequestDelegate next, IOptions<AccountsOptions> options)
{
    private readonly Uri? _url = options.Value.PublicUrl;

    public Task InvokeAsync(HttpContext context)
    {
        if (_url is not null && context.Request.Path.StartsWithSegments("/Identity", StringComparison.OrdinalIgnoreCase))
        {
            context.Request.Scheme = _url.Scheme;
            context.Request.Host = HostString.FromUriComponent(_url);
        }

        return next(context);
    }
}
