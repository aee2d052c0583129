using BlazorTracking.Features.Goals;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorTracking.Features.Funnels;

/// <summary>Adds, changes and deletes the funnels of a site.</summary>
public sealed partial class FunnelList
{
    private IReadOnlyList<Funnel>? _funnels;
    private int? _edited;
    private FunnelDraft _change = new();
    private FunnelDraft _new = new();

    [Inject]
    public required FunnelBook Book { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Parameter, EditorRequired]
    public int SiteId { get; set; }

    protected override async Task OnInitializedAsync() => _funnels = await Book.ListAsync(SiteId);

    private void Edit(Funnel funnel) => (_edited, _change) = (funnel.Id, FunnelDraft.Of(funnel));

    private async Task AddAsync(FunnelDraft draft)
    {
        await TellAsync(await Book.AddAsync(SiteId, draft), GoalsText.Added.With(draft.Name));
        _new = new FunnelDraft();
    }

    private async Task ChangeAsync(Funnel funnel, FunnelDraft draft)
    {
        await TellAsync(await Book.ChangeAsync(SiteId, funnel.Id, draft), GoalsText.Saved);
        _edited = null;
    }

    private async Task DeleteAsync(Funnel funnel) => await TellAsync(await Book.DeleteAsync(SiteId, funnel.Id), GoalsText.Deleted.With(funnel.Name));

    private async Task TellAsync(bool isDone, string message)
    {
        Snackbar.Add(isDone ? message : GoalsText.Changed);
        _funnels = await Book.ListAsync(SiteId);
    }
}
