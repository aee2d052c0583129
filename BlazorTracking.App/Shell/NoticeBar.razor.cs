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
        Notice.SignedIn => "Logged in successfully.",
        Notice.SignedOut => "You are signed out.",
        Notice.Registered => "Your account is ready.",
        Notice.RegistrationReceived => "If this e-mail was free, your account is ready. Sign in to go on.",
        Notice.PasswordReset => "Your password is changed. Sign in with the new one.",
        Notice.AccountDeleted => "Your account, its sites and their visits are deleted.",
        _ => null,
    };
}
