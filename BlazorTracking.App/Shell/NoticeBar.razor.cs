using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Shell;

/// <summary>Says the notice that the page before left.</summary>
public sealed partial class NoticeBar
{
    [CascadingParameter]
    public HttpContext? HttpContext { get; set; }

    private string? Text { get; set; }

    protected override void OnInitialized() => Text = HttpContext is null ? null : NoticeCookie.Take(HttpContext) switch
    {
        Notice.SignedIn => ShellText.NoticeSignedIn,
        Notice.SignedOut => ShellText.NoticeSignedOut,
        Notice.Registered => ShellText.NoticeRegistered,
        Notice.RegistrationReceived => ShellText.NoticeRegistrationReceived,
        Notice.PasswordReset => ShellText.NoticePasswordReset,
        Notice.AccountDeleted => ShellText.NoticeAccountDeleted,
        _ => null,
    };
}
