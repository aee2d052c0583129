using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Sites.Sharing;

public sealed partial class PanelPicker
{
    [Parameter, EditorRequired]
    public SitePanels Value { get; set; }

    [Parameter]
    public EventCallback<SitePanels> ValueChanged { get; set; }
}
