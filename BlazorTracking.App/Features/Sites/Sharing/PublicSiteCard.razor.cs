using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorTracking.Features.Sites.Sharing;

/// <summary>Makes a site public, with the chosen panels, and private again.</summary>
public sealed partial class PublicSiteCard
{
    private SitePanels _panels;
    private bool _isSaving;

    [Inject]
    public required ShareBook Book { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Parameter, EditorRequired]
    public required Site Site { get; set; }

    /// <summary>The site was made public or private, or shows something else.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnChanged { get; set; }

    private bool IsPublic => Site.PublicPanels is not null;

    private bool CanSave => RendererInfo.IsInteractive && !_isSaving;

    protected override void OnInitialized() => _panels = Site.PublicPanels ?? PanelChoices.Suggested;

    private async Task PublishAsync(SitePanels? panels)
    {
        _isSaving = true;
        try
        {
            if (await Book.PublishAsync(Site.Id, panels))
            {
                Snackbar.Add((panels is null ? SharingText.IsPrivate : SharingText.IsPublic).With(Site.Name));
            }

            await OnChanged.InvokeAsync();
        }
        finally
        {
            _isSaving = false;
        }
    }
}
