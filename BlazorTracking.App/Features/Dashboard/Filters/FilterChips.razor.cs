using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Filters;

public sealed partial class FilterChips
{
    private bool _isOpen;
    private VisitFilter? _changed;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The site as it may be seen.</summary>
    [Parameter, EditorRequired]
    public required SiteView View { get; set; }

    [Parameter, EditorRequired]
    public required DashboardQuery Query { get; set; }

    /// <summary>This page with other parameters.</summary>
    [Parameter, EditorRequired]
    public required Func<DashboardQuery, string> Url { get; set; }

    private void Open(VisitFilter? filter) => (_isOpen, _changed) = (true, filter);

    private void Close() => _isOpen = false;

    private void Apply(VisitFilter filter)
    {
        Close();
        Navigation.NavigateTo(Url(Query.Replace(_changed, filter)));
    }
}
