using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorTracking.Features.Sites;

/// <summary>Changes a site, shows what was refused of it, and deletes it.</summary>
public sealed partial class SiteSettingsPage
{
    private SiteDraft _draft = new();

    [Inject]
    public required SiteRegistry Registry { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    protected override Task OnSiteReadAsync(Site site)
    {
        _draft = SiteDraft.Of(site);
        return Task.CompletedTask;
    }

    private async Task SaveAsync(SiteDraft draft)
    {
        if (await Registry.ChangeAsync(SiteId, draft))
        {
            Snackbar.Add(SitesText.Saved);
        }

        await ReadSiteAsync();
    }

    private async Task DeleteAsync()
    {
        var name = Site!.Name;
        var parameters = new DialogParameters<DeleteSiteDialog> { { dialog => dialog.Name, name } };
        var dialog = await Dialogs.ShowAsync<DeleteSiteDialog>(SitesText.DeleteQuestion.With(name), parameters);
        if (await dialog.Result is { Canceled: false } && await Registry.DeleteAsync(SiteId))
        {
            Snackbar.Add(SitesText.Deleted.With(name));
            Navigation.NavigateTo(AppUrls.Sites, replace: true);
        }
    }
}
