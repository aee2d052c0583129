using System.Buffers.Text;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BlazorTracking.Areas.Identity.Filters;

/// <summary>Answers a link whose code was cut or changed with a page, not with an error.</summary>
public sealed class BrokenLinkFilter : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerArguments.TryGetValue("code", out var value) && value is string code && !Base64Url.IsValid(code))
        {
            context.Result = Refusal.BrokenLink.ToResult();
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
