namespace BlazorTracking.Features.Dashboard;

/// <summary>How far a dashboard is.</summary>
public enum DashboardStatus
{
    Loading,

    /// <summary>The site had no visit yet.</summary>
    Waiting,
    Ready,
    Failed,

    /// <summary>The site is gone, or no longer this account's.</summary>
    Gone,
}
