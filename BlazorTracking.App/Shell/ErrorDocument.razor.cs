using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Shell;

public sealed partial class ErrorDocument
{
    [Parameter, EditorRequired]
    public int Status { get; set; }

    /// <summary>The request's id, as the log has it.</summary>
    [Parameter, EditorRequired]
    public required string Trace { get; set; }

    [CascadingParameter]
    public HttpContext? HttpContext { get; set; }

    private string Title => Status switch
    {
        StatusCodes.Status400BadRequest => "That did not work",
        StatusCodes.Status403Forbidden => "Not allowed",
        StatusCodes.Status404NotFound => NotFoundPage.Title,
        StatusCodes.Status405MethodNotAllowed => "That did not work",
        StatusCodes.Status429TooManyRequests => "Too many requests",
        StatusCodes.Status503ServiceUnavailable => "Not available right now",
        >= StatusCodes.Status500InternalServerError => "Something went wrong here",
        _ => "That did not work",
    };

    private string Text => Status switch
    {
        StatusCodes.Status400BadRequest => "The form may have been open for too long, or you signed in or out in another tab. Go back, reload the page and try again.",
        StatusCodes.Status403Forbidden => "Your account may not do this.",
        StatusCodes.Status404NotFound => NotFoundPage.Text,
        StatusCodes.Status405MethodNotAllowed => "This address cannot be used in this way.",
        StatusCodes.Status429TooManyRequests => "Wait a minute, then try again.",
        StatusCodes.Status503ServiceUnavailable => "Try again in a moment.",
        >= StatusCodes.Status500InternalServerError => "It is not your fault, and it has been written down. Try again in a moment.",
        _ => $"The server answered with status {Status}.",
    };
}
