using BlazorTracking.Features.Sites.Sharing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Log;

/// <summary>The log as others see it, where single visits are shared: of a public site, or by a share link.</summary>
[Route(AppUrls.PublicLogTemplate)]
[Route(AppUrls.SharedLogTemplate)]
[AllowAnonymous]
[Embeddable]
public sealed class SharedVisitLogPage : VisitLogPage
{
    protected override Pass Pass => Shared;
}
