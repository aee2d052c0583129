using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorTracking.Features.Sites.Sharing;

/// <summary>Makes and revokes the secret links of a site. A link is shown once, when it is made.</summary>
public sealed partial class ShareLinkList
{
    private IReadOnlyList<ShareLink>? _links;
    private ShareDraft _draft = new();
    private MadeLink? _made;
    private bool _isSubmitted;
    private bool _isAdding;

    [Inject]
    public required ShareBook Book { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Parameter, EditorRequired]
    public required Site Site { get; set; }

    private TimeZoneInfo Zone => Site.Zone();

    private DateOnly Today => Zone.DateAt(Clock.GetUtcNow().ToUnixTimeMilliseconds());

    protected override async Task OnInitializedAsync() => _links = await Book.ListAsync(Site.Id);

    private async Task AddAsync()
    {
        _isSubmitted = true;
        if (_isAdding || !_draft.IsValid(Today))
        {
            return;
        }

        _isAdding = true;
        try
        {
            if (await Book.AddAsync(Site.Id, _draft) is { } token)
            {
                _made = new MadeLink(_draft.Name.Trim(), Pass.Link(token), _draft.Password.Length > 0);
                (_draft, _isSubmitted) = (new ShareDraft(), false);
            }
            else
            {
                Snackbar.Add(SharingText.ChangedMeanwhile);
            }

            _links = await Book.ListAsync(Site.Id);
        }
        finally
        {
            _isAdding = false;
        }
    }

    private async Task RevokeAsync(ShareLink link)
    {
        var isDone = await Book.RevokeAsync(Site.Id, link.Id);
        Snackbar.Add(isDone ? SharingText.Revoked.With(link.Name) : SharingText.ChangedMeanwhile);
        if (_made?.Name == link.Name)
        {
            _made = null;
        }

        _links = await Book.ListAsync(Site.Id);
    }

    private bool HasExpired(ShareLink link) => link.ExpiresAt <= Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private string Facts(ShareLink link)
    {
        var shown = PanelChoices.All.Where(panel => link.Panels.HasFlag(panel)).Select(PanelChoices.Title).ToList();
        return string.Join(" · ", new[]
        {
            shown.Count == 0 ? SharingText.HeadlineOnly : string.Join(", ", shown),
            link.ExpiresAt is { } end ? SharingText.Until.With(DateText.Day(Zone.DateAt(end - 1))) : SharingText.NoEnd,
            link.OpenedAt is { } opened ? SharingText.LastOpened.With(DateText.DayAndTime(Zone.LocalAt(opened))) : SharingText.NeverOpened,
        });
    }

    /// <summary>A link that was just made, the only time that its secret is known.</summary>
    private sealed record MadeLink(string Name, Pass Pass, bool HasPassword);
}
