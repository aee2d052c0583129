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
        await TellAsync(await Book.AddAsync(SiteId, draft), $"{draft.Name} was added");
        _new = new GoalDraft();
    }

    private async Task ChangeAsync(Goal goal, GoalDraft draft)
    {
        await TellAsync(await Book.ChangeAsync(SiteId, goal.Id, draft), "Saved");
        _edited = null;
    }

    private async Task DeleteAsync(Goal goal) => await TellAsync(await Book.DeleteAsync(SiteId, goal.Id), $"{goal.Name} was deleted");

    private async Task TellAsync(bool isDone, string message)
    {
        Snackbar.Add(isDone ? message : "That could not be done: the list has changed meanwhile.");
        _goals = await Book.ListAsync(SiteId);
    }
}
