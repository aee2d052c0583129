using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Panels;

public sealed partial class PanelTabs
{
    /// <summary>What the tabs choose between: "Sources by".</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<PanelTab> Tabs { get; set; }

    /// <summary>The key of the tab that is shown.</summary>
    [Parameter]
    public string? Selected { get; set; }

    [Parameter]
    public EventCallback<string> SelectedChanged { get; set; }

    private Task ChooseAsync(ChangeEventArgs change) =>
        change.Value is string { Length: > 0 } key ? SelectedChanged.InvokeAsync(key) : Task.CompletedTask;
}
