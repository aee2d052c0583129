namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>One of the lists of a panel. Those of the same group are a choice of one tab.</summary>
public sealed record PanelTab(string Key, string Title, string? Group = null);
