using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace BlazorTracking.Areas.Identity;

/// <summary>A form that was not accepted as a whole: what to tell its sender, in a page of the usual look.</summary>
public sealed record Refusal(int StatusCode, string Title, string Text)
{
    public static Refusal ExpiredForm { get; } = new(
        StatusCodes.Status400BadRequest,
        "This form is too old",
        "It was opened before you signed in or out, or too long ago. Nothing was changed: open the page again and send the form once more.");

    public static Refusal TooManyAttempts { get; } = new(
        StatusCodes.Status429TooManyRequests,
        "Too many attempts",
        "Too many forms came from your address in the last minute. Wait a minute, then try again.");

    public static Refusal NotFound { get; } = new(
        StatusCodes.Status404NotFound,
        "This link leads nowhere",
        "It belongs to an account that does not exist, or not any more.");

    public static Refusal BrokenLink { get; } = new(
        StatusCodes.Status400BadRequest,
        "This link is not complete",
        "A part of it is missing or was changed on the way. Copy the whole link from the mail, or ask for a new one.");

    public ViewResult ToResult() => new()
    {
        ViewName = "/Areas/Identity/Pages/Shared/Refusal.cshtml",
        StatusCode = StatusCode,
        ViewData = new ViewDataDictionary<Refusal>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = this },
    };
}
