using Microsoft.AspNetCore.Mvc.Filters;

namespace BlazorTracking.Areas.Identity.Filters;

/// <summary>Drops a return URL that would lead to another host, before any page sees it.</summary>
public sealed class LocalReturnUrlFilter : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerArguments.TryGetValue("returnUrl", out var value) && value is string url && !IsLocal(url))
        {
            context.HandlerArguments["returnUrl"] = null;
            context.ModelState.Remove("returnUrl");
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }

    /// <summary>One slash, then neither a second one nor a backslash (browsers take it for one), and no control character.</summary>
    private static bool IsLocal(string url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);
}
