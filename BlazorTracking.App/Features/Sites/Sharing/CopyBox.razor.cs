using BlazorTracking.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BlazorTracking.Features.Sites.Sharing;

public sealed partial class CopyBox : IAsyncDisposable
{
    private readonly string _id = $"copy-{Guid.NewGuid():N}";
    private IJSObjectReference? _script;
    private bool _hasCopied;
    private string _shown = "";
    private string _announcement = "";

    /// <summary>What it is.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Inject]
    public required IJSRuntime Browser { get; init; }

    public ValueTask DisposeAsync() => PageScript.ReleaseAsync(_script);

    protected override void OnParametersSet()
    {
        if (_shown != Text)
        {
            (_shown, _hasCopied, _announcement) = (Text, false, "");
        }
    }

    private async Task CopyAsync()
    {
        _script ??= await Browser.InvokeAsync<IJSObjectReference>("import", $"/{Assets["Features/Sites/SnippetCard.razor.js"]}");
        _hasCopied = await _script.InvokeAsync<bool>("copy", Text);
        _announcement = _hasCopied ? SitesText.CopiedStatus : SharingText.CopyFailed;
    }
}
