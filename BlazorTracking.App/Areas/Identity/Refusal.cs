using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace BlazorTracking.Areas.Identity;

/// <summary>A form that was not accepted as a whole: what to tell its sender, in a page of the usual look.</summary>
public sealed record Refusal(int StatusCode, string Title, string Text)
{
    public static Refusal ExpiredForm => new(
        StatusCodes.Status400BadRequest,
        AccountsText.ExpiredTitle,
        AccountsText.ExpiredText);

    public static Refusal TooManyAttempts => new(
        StatusCodes.Status429TooManyRequests,
        AccountsText.LockoutTitle,
        AccountsText.TooManyFormsText);

    public static Refusal NotFound => new(
        StatusCodes.Status404NotFound,
        AccountsText.DeadLinkTitle,
        AccountsText.DeadLinkText);

    public static Refusal BrokenLink => new(
        StatusCodes.Status400BadRequest,
        AccountsText.BrokenLinkTitle,
        AccountsText.BrokenLinkText);

    public ViewResult ToResult() => new()
    {
        ViewName = "/Areas/Identity/Pages/Shared/Refusal.cshtml",
        StatusCode = StatusCode,
        ViewData = new ViewDataDictionary<Refusal>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = this },
    };
}
