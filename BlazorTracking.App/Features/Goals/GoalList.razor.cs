using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorTracking.Features.Goals;

/// <summary>Adds, changes and deletes the goals of a site.</summary>
public sealed partial class GoalList
{
    private IReadOnlyList<Goal>? _goals;
    private int? _edited;
    private GoalDraft _change = new();
    private GoalDraft _new = new();

    [Inject]
    public required GoalBook Book { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Parameter, EditorRequired]
    public int SiteId { get; set; }

    protected override async Task OnInitializedAsync() => _goals = await Book.ListAsync(SiteId);

    private void Edit(Goal goal) => (_edited, _change) = (goal.Id, GoalDraft.Of(goal));

    private async Task AddAsync(GoalDraft draft)
    {
        await TellAsync(await Book.AddAsync(SiteId, draft), GoalsText.Added.With(draft.Name));
        _new = new GoalDraft();
    }

    private async Task ChangeAsync(Goal goal, GoalDraft draft)
    {
        await TellAsync(await Book.ChangeAsync(SiteId, goal.Id, draft), GoalsText.Saved);
        _edited = null;
    }

    private async Task DeleteAsync(Goal goal) => await TellAsync(await Book.DeleteAsync(SiteId, goal.Id), GoalsText.Deleted.With(goal.Name));

    private async Task TellAsync(bool isDone, string message)
    {
        Snackbar.Add(isDone ? message : GoalsText.Changed);
        _goals = await Book.ListAsync(SiteId);
    }
}
