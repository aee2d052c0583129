using System.Text;
using AngleSharp.Html.Parser;
using BlazorTracking.Features.Mail;
using BlazorTracking.Tests.Features.Accounts;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace BlazorTracking.Tests.Features.Mail;

public sealed class OutgoingMailTests
{
    private const string Email = "ada@example.com";

    [Fact]
    public async Task A_link_for_a_new_password_comes_by_mail_and_leads_to_the_configured_address()
    {
        await using var smtp = new SmtpListener();
        await using var app = new AppFactory
        {
            Settings =
            {
                ["Mail:Host"] = "127.0.0.1",
                ["Mail:Port"] = $"{smtp.Port}",
                ["Mail:From"] = "Statistics <stats@example.com>",
                ["Mail:Tls"] = "None",
                ["Accounts:PublicUrl"] = "https://stats.example.com",
            },
        };
        using var browser = new AccountBrowser(app);
        await browser.RegisterAsync(Email);

        var page = await browser.GetAsync(AppUrls.ForgotPassword);
        await browser.SubmitAsync(page, ("Email", Email));

        var mail = await smtp.NextAsync();
        Assert.Equal(("stats@example.com", Email), (mail.From, mail.To));
        Assert.DoesNotContain("No mail server is configured", page.Text, StringComparison.Ordinal);
        var message = await ReadAsync(mail);
        Assert.Equal("Statistics", ((MailboxAddress)message.From[0]).Name);
        var link = new HtmlParser().ParseDocument(message.HtmlBody!).QuerySelector("a")!.GetAttribute("href")!;
        Assert.StartsWith("https://stats.example.com/Identity/Account/ResetPassword?", link, StringComparison.Ordinal);
        Assert.Contains(link, message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_the_server_does_not_take_is_tried_again()
    {
        await using var smtp = new SmtpListener(refusals: 2);
        var clock = new FakeTimeProvider();
        using var outgoing = await StartAsync(smtp.Port, clock);

        await outgoing.SendEmailAsync(Email, "Hello", "Hello");
        var arrival = smtp.NextAsync();
        while (!arrival.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await Task.WhenAny(arrival, Task.Delay(50));
        }

        Assert.Equal("Hello", (await ReadAsync(await arrival)).Subject);
        await outgoing.StopAsync(CancellationToken.None);
        Assert.Equal(3, smtp.Connections);
    }

    [Fact]
    public async Task Where_the_server_offers_no_encryption_nothing_is_sent_without()
    {
        await using var smtp = new SmtpListener();
        var server = new SmtpServer(Options.Create(new MailOptions { Host = "127.0.0.1", Port = smtp.Port, From = "stats@example.com" }));

        await Assert.ThrowsAsync<NotSupportedException>(() => server.SendAsync(Email, "Hello", "Hello", CancellationToken.None));

        Assert.Empty(smtp.Mails);
    }

    [Fact]
    public async Task A_line_break_in_a_subject_adds_no_header()
    {
        await using var smtp = new SmtpListener();
        using var outgoing = await StartAsync(smtp.Port, new FakeTimeProvider());

        await outgoing.SendEmailAsync(Email, "Hello\r\nBcc: eve@example.com", "Hello");

        var message = await ReadAsync(await smtp.NextAsync());
        await outgoing.StopAsync(CancellationToken.None);
        Assert.Empty(message.Bcc);
    }

    private static async Task<OutgoingMail> StartAsync(int port, TimeProvider clock)
    {
        var options = Options.Create(new MailOptions { Host = "127.0.0.1", Port = port, From = "stats@example.com", Tls = MailTls.None });
        var outgoing = new OutgoingMail(new SmtpServer(options), clock, NullLogger<OutgoingMail>.Instance);
        await outgoing.StartAsync(CancellationToken.None);
        return outgoing;
    }

    private static Task<MimeMessage> ReadAsync(SmtpListener.Received mail) =>
        MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(mail.Text)));
}
