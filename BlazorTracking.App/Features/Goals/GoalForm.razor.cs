using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Goals;

public sealed partial class GoalForm
{
    private bool _isSubmitted;

    [Parameter, EditorRequired]
    public required GoalDraft Draft { get; set; }

    [Parameter, EditorRequired]
    public required string SubmitText { get; set; }

    /// <summary>Called with what was entered when nothing is wrong with it.</summary>
    [Parameter, EditorRequired]
    public EventCallback<GoalDraft> OnSubmit { get; set; }

    /// <summary>Beside the button.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string NamePlaceholder => Draft.Text.Trim().Length > 0 ? Draft.Tidied().Name : GoalsText.NameHint;

    private Task SubmitAsync()
    {
        _isSubmitted = true;
        var tidied = Draft.Tidied();
        return tidied.IsValid ? OnSubmit.InvokeAsync(tidied) : Task.CompletedTask;
    }
}
