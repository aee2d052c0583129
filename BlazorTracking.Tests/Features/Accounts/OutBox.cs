using System.Collections.Concurrent;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Identity.UI.Services;

namespace BlazorTracking.Tests.Features.Accounts;

/// <summary>A mail server that keeps what it is given.</summary>
public sealed class OutBox : IEmailSender
{
    private readonly ConcurrentQueue<(string Email, string Subject, string Html)> _mails = new();

    public IReadOnlyList<(string Email, string Subject, string Html)> Mails => [.. _mails];

    /// <summary>Where the link of the last mail leads.</summary>
    public Uri LastLink => new(new HtmlParser().ParseDocument(_mails.Last().Html).QuerySelector("a")!.GetAttribute("href")!);

    public Task SendEmailAsync(string email, string subject, string htmlMessage)
    {
        _mails.Enqueue((email, subject, htmlMessage));
        return Task.CompletedTask;
    }
}
