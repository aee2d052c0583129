using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorTracking.Features.Sites;

/// <summary>Changes a site, shows what was refused of it, and deletes it.</summary>
public sealed partial class SiteSettingsPage
{
    private Site? _site;
    private SiteDraft _draft = new();

    [Parameter]
    public int SiteId { get; set; }

    [Inject]
    public required SiteAccess Access { get; init; }

    [Inject]
    public required SiteRegistry Registry { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (_site?.Id != SiteId)
        {
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        _site = await Access.FindAsync(SiteId);
        if (_site is null)
        {
            Navigation.NotFound();
        }
        else
        {
            _draft = SiteDraft.Of(_site);
        }
    }

    private async Task SaveAsync(SiteDraft draft)
    {
        if (await Registry.ChangeAsync(SiteId, draft))
        {
            Snackbar.Add("Saved");
        }

        await ReadAsync();
    }

    private async Task DeleteAsync()
    {
        var name = _site!.Name;
        var parameters = new DialogParameters<DeleteSiteDialog> { { dialog => dialog.Name, name } };
        var dialog = await Dialogs.ShowAsync<DeleteSiteDialog>($"Delete {name}?", parameters);
        if (await dialog.Result is { Canceled: false } && await Registry.DeleteAsync(SiteId))
        {
            Snackbar.Add($"{name} was deleted");
            Navigation.NavigateTo(AppUrls.Sites, replace: true);
        }
    }
}
