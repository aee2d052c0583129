using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity.UI.Services;

namespace BlazorTracking.Features.Mail;

/// <summary>
/// Stands in for a mail server. In development the link of a mail goes to the log; elsewhere the log says only that a
/// mail was not sent, because the link is as good as a password.
/// </summary>
public sealed partial class UnsentMail(IHostEnvironment environment, ILogger<UnsentMail> logger) : IEmailSender
{
    public Task SendEmailAsync(string email, string subject, string htmlMessage)
    {
        if (environment.IsDevelopment() && Link().Match(htmlMessage) is { Success: true } link)
        {
            Log.LinkNotSent(logger, subject, WebUtility.HtmlDecode(link.Groups["url"].Value));
        }
        else
        {
            Log.NotSent(logger, subject);
        }

        return Task.CompletedTask;
    }

    [GeneratedRegex("""href=(?<quote>['"])(?<url>.*?)\k<quote>""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "No mail server is configured. \"{Subject}\": {Link}")]
        public static partial void LinkNotSent(ILogger logger, string subject, string link);

        [LoggerMessage(LogLevel.Warning, "No mail server is configured: \"{Subject}\" was not sent.")]
        public static partial void NotSent(ILogger logger, string subject);
    }
}
