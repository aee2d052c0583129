using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Funnels;

public sealed partial class FunnelForm
{
    private bool _isSubmitted;

    [Parameter, EditorRequired]
    public required FunnelDraft Draft { get; set; }

    [Parameter, EditorRequired]
    public required string SubmitText { get; set; }

    /// <summary>Called with what was entered when nothing is wrong with it.</summary>
    [Parameter, EditorRequired]
    public EventCallback<FunnelDraft> OnSubmit { get; set; }

    /// <summary>Beside the button.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private Task SubmitAsync()
    {
        _isSubmitted = true;
        return Draft.IsValid ? OnSubmit.InvokeAsync(Draft) : Task.CompletedTask;
    }
}
