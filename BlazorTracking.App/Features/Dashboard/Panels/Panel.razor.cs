using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Panels;

public sealed partial class Panel
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public IReadOnlyList<PanelTab> Tabs { get; set; } = [];

    /// <summary>The key of the tab that is shown.</summary>
    [Parameter]
    public string? Selected { get; set; }

    [Parameter]
    public EventCallback<string> SelectedChanged { get; set; }

    [Parameter, EditorRequired]
    public PanelStatus Status { get; set; }

    /// <summary>What it shows is about to be replaced.</summary>
    [Parameter]
    public bool IsBusy { get; set; }

    /// <summary>What an empty panel says: why there is nothing and what to do.</summary>
    [Parameter]
    public string Empty { get; set; } = DashboardText.NothingInRange;

    /// <summary>How many rows the frame keeps room for, so that nothing moves when they arrive.</summary>
    [Parameter]
    public int Rows { get; set; } = BreakdownList.MostRows;

    /// <summary>Where all rows are; null for a panel that has no more.</summary>
    [Parameter]
    public string? DetailsHref { get; set; }

    [Parameter]
    public EventCallback Retry { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
