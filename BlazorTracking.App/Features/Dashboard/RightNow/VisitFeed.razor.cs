using System.Globalization;
using BlazorTracking.Features.Visits;
using BlazorTracking.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BlazorTracking.Features.Dashboard.RightNow;

public sealed partial class VisitFeed : IAsyncDisposable
{
    public const int MostVisits = 7;

    private HashSet<Guid> _shownFirst = [];
    private ElementReference _root;
    private IJSObjectReference? _module;
    private IJSObjectReference? _clock;

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Visit> Visits { get; set; }

    // The reader's clock may be wrong: ages are counted from the server's.
    private long Now { get; set; }

    public ValueTask DisposeAsync() => PageScript.ReleaseAsync(_module, _clock);

    protected override void OnInitialized()
    {
        Now = Time.GetUtcNow().ToUnixTimeMilliseconds();
        _shownFirst = [.. Visits.Select(visit => visit.Id)];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await Script.InvokeAsync<IJSObjectReference>("import", "./Features/Dashboard/RightNow/VisitFeed.razor.js");
            _clock = await _module.InvokeAsync<IJSObjectReference>("attach", _root);
        }
    }

    private static string From(Visit visit)
    {
        var source = visit.Source.Length > 0 ? visit.Source : visit.ReferrerHost.Length > 0 ? visit.ReferrerHost : DashboardText.ChannelDirect;
        return string.Join(" · ", ((string[])[source, visit.Browser, visit.Device]).Where(part => part.Length > 0));
    }

    private static string Instant(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
