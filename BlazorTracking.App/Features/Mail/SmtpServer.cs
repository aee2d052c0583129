using System.Net;
using System.Text.RegularExpressions;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace BlazorTracking.Features.Mail;

/// <summary>The configured SMTP server.</summary>
public sealed partial class SmtpServer(IOptions<MailOptions> options)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <summary>Hands the mail over, on a connection of its own: mails are few.</summary>
    /// <exception cref="Exception">The server was not reached, its certificate is not trusted, or it refused the mail.</exception>
    public async Task SendAsync(string email, string subject, string html, CancellationToken cancellationToken)
    {
        using var message = Compose(email, subject, html);
        using var client = new SmtpClient { Timeout = (int)_patience.TotalMilliseconds };
        await client.ConnectAsync(options.Value.Host, options.Value.Port, Security(options.Value.Tls), cancellationToken);
        if (options.Value.User.Length > 0)
        {
            await client.AuthenticateAsync(options.Value.User, options.Value.Password, cancellationToken);
        }

        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    private MimeMessage Compose(string email, string subject, string html)
    {
        if (!options.Value.TryReadFrom(out var from))
        {
            throw new InvalidOperationException("Mail:From is checked at the start.");
        }

        var message = new MimeMessage { Subject = subject, Body = new BodyBuilder { TextBody = TextOf(html), HtmlBody = html }.ToMessageBody() };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(name: null, email));
        return message;
    }

    /// <summary>The same in plain text: links are written out.</summary>
    private static string TextOf(string html) => WebUtility.HtmlDecode(Link.Replace(html, "${text}: ${url}"));

    private static SecureSocketOptions Security(MailTls tls) => tls switch
    {
        MailTls.Implicit => SecureSocketOptions.SslOnConnect,
        MailTls.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    [GeneratedRegex("""<a href="(?<url>[^"]*)">(?<text>[^<]*)</a>""", RegexOptions.NonBacktracking)]
    private static partial Regex Link { get; }
}
