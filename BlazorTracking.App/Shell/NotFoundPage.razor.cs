using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Shell;

public sealed partial class NotFoundPage
{
    internal const string Title = "Nothing here";
    internal const string Text = "There is no page at this address, or it is not yours to see.";

    [CascadingParameter]
    public HttpContext? HttpContext { get; set; }

    protected override void OnInitialized()
    {
        if (HttpContext is { Response.HasStarted: false })
        {
            HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
