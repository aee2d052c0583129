using BlazorTracking.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BlazorTracking.Features.Sites;

/// <summary>The lines to paste, with a button that copies them.</summary>
public sealed partial class SnippetCard : IAsyncDisposable
{
    private IJSObjectReference? _script;
    private bool _hasCopied;
    private string _announcement = "";

    [Parameter, EditorRequired]
    public required int SiteId { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IJSRuntime Browser { get; init; }

    private TrackingSnippet Snippet => new(SiteId, new Uri(Navigation.BaseUri));

    public ValueTask DisposeAsync() => PageScript.ReleaseAsync(_script);

    private async Task CopyAsync()
    {
        _script ??= await Browser.InvokeAsync<IJSObjectReference>("import", $"/{Assets["Features/Sites/SnippetCard.razor.js"]}");
        _hasCopied = await _script.InvokeAsync<bool>("copy", Snippet.ToString());
        _announcement = _hasCopied ? SitesText.CopiedStatus : SitesText.CopyFailed;
    }
}
