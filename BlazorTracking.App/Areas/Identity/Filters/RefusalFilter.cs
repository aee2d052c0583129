using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BlazorTracking.Areas.Identity.Filters;

/// <summary>
/// Says in a page what would be a blank one (a form without a valid antiforgery token) or a line of plain text (a link
/// of an unknown account).
/// </summary>
public sealed class RefusalFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        context.Result = context.Result switch
        {
            IAntiforgeryValidationFailedResult => Refusal.ExpiredForm.ToResult(),
            NotFoundObjectResult => Refusal.NotFound.ToResult(),
            var result => result,
        };
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
