namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>One of the lists of a panel.</summary>
public sealed record PanelTab(string Key, string Title);
