using System.Globalization;
using BlazorTracking.Features.Visits;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace BlazorTracking.Features.Sites;

/// <summary>What a site is made of, for a new one and for one that is changed.</summary>
public sealed partial class SiteForm
{
    private bool _isSubmitted;
    private bool _isSaving;

    /// <summary>Whether the browser's time zone was asked for: an answer after the first click would come too late for it.</summary>
    private bool _isReady;
    private string? _browserZone;

    [Parameter, EditorRequired]
    public required SiteDraft Draft { get; set; }

    [Parameter, EditorRequired]
    public required string SubmitText { get; set; }

    /// <summary>Called with what was entered when nothing is wrong with it; not again before it has returned.</summary>
    [Parameter, EditorRequired]
    public EventCallback<SiteDraft> OnSubmit { get; set; }

    /// <summary>Beside the button.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    [Inject]
    public required IJSRuntime Browser { get; init; }

    [Inject]
    public required IOptions<VisitsOptions> Visits { get; init; }

    private SiteDraft Tidied => Draft.Tidied();

    // An empty name becomes the host's, so only what was entered can be wrong.
    private string? NameError => Draft.Name.Trim().Length > 0 || Tidied.BaseUrl.Length > 0 ? Error(SiteDraft.NameError(Tidied.Name)) : null;

    private int LongestRetention => Visits.Value.RetentionMonths;

    private string RetentionPlaceholder => LongestRetention > 0 ? LongestRetention.ToString(CultureInfo.CurrentCulture) : SitesText.KeptForEver;

    private string RetentionHint => LongestRetention > 0
        ? SitesText.RetentionHintLimited.For(LongestRetention)
        : SitesText.RetentionHint;

    private bool OffersBrowserZone => TimeZones.IsKnown(_browserZone) && Draft.TimeZone != _browserZone;

    private string ZoneHint => _browserZone is not null && Draft.TimeZone == _browserZone
        ? SitesText.BrowserZoneHint
        : SitesText.ZoneHint;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _browserZone = await Browser.InvokeAsync<string?>("blazorTrackingTimeZone");
        if (Draft.TimeZone.Length == 0 && TimeZones.IsKnown(_browserZone))
        {
            Draft.TimeZone = _browserZone!;
        }

        _isReady = true;
        StateHasChanged();
    }

    // The list opens with the chosen zone as its text: all are shown until something else is typed.
    private Task<IEnumerable<string>> SearchZonesAsync(string? text, CancellationToken cancellationToken) =>
        Task.FromResult(TimeZones.Search(text == Draft.TimeZone && TimeZones.IsKnown(text) ? "" : text));

    private string? Error(string? error) => _isSubmitted ? error : null;

    private async Task SubmitAsync()
    {
        _isSubmitted = true;
        if (_isSaving || !Tidied.IsValid)
        {
            return;
        }

        _isSaving = true;
        try
        {
            await OnSubmit.InvokeAsync(Tidied);
        }
        finally
        {
            _isSaving = false;
        }
    }
}
