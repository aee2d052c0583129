using BlazorTracking.Features.Sites.Sharing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard;

/// <summary>The dashboard as others see it: of a public site, or by a share link.</summary>
[Route(AppUrls.PublicSiteTemplate)]
[Route(AppUrls.SharedSiteTemplate)]
[AllowAnonymous]
[Embeddable]
public sealed class SharedDashboardPage : DashboardPage
{
    protected override Pass Pass => Shared;
}
