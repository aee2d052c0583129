using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BlazorTracking.Areas.Identity.Filters;

/// <summary>Limits how many forms one address may send a minute; signing out is always possible.</summary>
public sealed class AttemptLimitFilter(AttemptLimit limit) : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method)
            && !request.Path.StartsWithSegments(AppUrls.SignOut, StringComparison.OrdinalIgnoreCase)
            && !limit.TryTake(context.HttpContext.Connection.RemoteIpAddress))
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            context.Result = Refusal.TooManyAttempts.ToResult();
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
