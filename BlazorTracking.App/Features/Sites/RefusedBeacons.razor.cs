using BlazorTracking.Features.Beacons;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Sites;

/// <summary>Which of a site's beacons were refused, and what that means.</summary>
public sealed partial class RefusedBeacons
{
    private IReadOnlyList<RefusedDay>? _days;

    [Parameter, EditorRequired]
    public required Site Site { get; set; }

    [Inject]
    public required SiteRefusals Refusals { get; init; }

    private IEnumerable<RefusalReason> Reasons => (_days ?? []).SelectMany(day => day.Counts.Keys).Distinct().Order();

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            _days = await Refusals.ReadAsync(Site.Id);
        }
    }
}
