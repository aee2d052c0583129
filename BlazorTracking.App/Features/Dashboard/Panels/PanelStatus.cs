namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>What a panel can show.</summary>
public enum PanelStatus
{
    Loading,
    Ready,
    Empty,
    Failed,
}
