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
        StatusCodes.Status400BadRequest => ShellText.ErrorTitle,
        StatusCodes.Status403Forbidden => ShellText.ForbiddenTitle,
        StatusCodes.Status404NotFound => ShellText.NotFoundTitle,
        StatusCodes.Status405MethodNotAllowed => ShellText.ErrorTitle,
        StatusCodes.Status429TooManyRequests => ShellText.TooManyRequestsTitle,
        StatusCodes.Status503ServiceUnavailable => ShellText.UnavailableTitle,
        >= StatusCodes.Status500InternalServerError => ShellText.FailureTitle,
        _ => ShellText.ErrorTitle,
    };

    private string Text => Status switch
    {
        StatusCodes.Status400BadRequest => ShellText.BadRequestText,
        StatusCodes.Status403Forbidden => ShellText.ForbiddenText,
        StatusCodes.Status404NotFound => ShellText.NotFoundText,
        StatusCodes.Status405MethodNotAllowed => ShellText.MethodText,
        StatusCodes.Status429TooManyRequests => ShellText.TooManyRequestsText,
        StatusCodes.Status503ServiceUnavailable => ShellText.UnavailableText,
        >= StatusCodes.Status500InternalServerError => ShellText.FailureText,
        _ => ShellText.StatusText.With(Status),
    };
}
