using BlazorTracking.Areas.Identity.Filters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Areas.Identity;

/// <summary>What holds for every account page, ours and the package's.</summary>
public sealed class AccountPageFilters : IConfigureOptions<RazorPagesOptions>
{
    private const string Area = "Identity";

    /// <summary>Pages of the package that make no sense here: no external sign-in exists, and nothing waits for a confirmation.</summary>
    private static readonly string[] _withoutUse =
    [
        "/Account/ExternalLogin", "/Account/Manage/ExternalLogins", "/Account/Manage/SetPassword", "/Account/RegisterConfirmation",
        "/Account/ResetPasswordConfirmation",
    ];

    public void Configure(RazorPagesOptions options)
    {
        options.Conventions.AddAreaFolderApplicationModelConvention(Area, "/", page =>
        {
            page.Filters.Add(new RefusalFilter());
            page.Filters.Add(new LocalReturnUrlFilter());
            page.Filters.Add(new BrokenLinkFilter());
            page.Filters.Add(new TypeFilterAttribute(typeof(AttemptLimitFilter)));
        });
        foreach (var page in _withoutUse)
        {
            options.Conventions.AddAreaPageRouteModelConvention(Area, page, route => route.Selectors.Clear());
        }
    }
}
