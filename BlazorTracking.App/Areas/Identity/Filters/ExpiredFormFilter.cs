using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BlazorTracking.Areas.Identity.Filters;

/// <summary>Says why a form without a valid antiforgery token is refused.</summary>
public sealed class ExpiredFormFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.Result = Refusal.ExpiredForm.ToResult();
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
