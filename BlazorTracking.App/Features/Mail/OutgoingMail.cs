using System.Threading.Channels;
using Microsoft.AspNetCore.Identity.UI.Services;

namespace BlazorTracking.Features.Mail;

/// <summary>
/// Mails on their way out. Whoever sends one waits for no server: a page that did would tell by its time, or by the
/// server's failure, whether there is an account to write to. A mail that the server does not take is tried again.
/// </summary>
public sealed partial class OutgoingMail(SmtpServer server, TimeProvider clock, ILogger<OutgoingMail> logger) : BackgroundService, IEmailSender
{
    /// <summary>How long is waited before each further attempt.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses = [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private const int Capacity = 1000;

    private readonly Channel<Mail> _waiting = Channel.CreateBounded<Mail>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    public Task SendEmailAsync(string email, string subject, string htmlMessage)
    {
        if (!_waiting.Writer.TryWrite(new Mail(email, subject, htmlMessage)))
        {
            Log.TooMany(logger, subject);
        }

        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var mail in _waiting.Reader.ReadAllAsync(stoppingToken))
            {
                await SendAsync(mail, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends. Who waits for a mail asks again.
        }
    }

    private async Task SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await server.SendAsync(mail.Email, mail.Subject, mail.Html, cancellationToken);
                return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                // Not the exception itself: the server's answer may repeat the address.
                Log.NotSent(logger, mail.Subject, exception.GetType().Name, Pauses.Count - attempt);
                if (attempt == Pauses.Count)
                {
                    return;
                }
            }

            await Task.Delay(Pauses[attempt], clock, cancellationToken);
        }
    }

    private sealed record Mail(string Email, string Subject, string Html);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "\"{Subject}\" was not sent: the mail server (Mail:Host) answered with {Failure}. Attempts left: {AttemptsLeft}.")]
        public static partial void NotSent(ILogger logger, string subject, string failure, int attemptsLeft);

        [LoggerMessage(LogLevel.Error, "\"{Subject}\" was not sent: too many mails are waiting for the mail server.")]
        public static partial void TooMany(ILogger logger, string subject);
    }
}
