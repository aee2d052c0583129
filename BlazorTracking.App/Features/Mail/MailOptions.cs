using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace BlazorTracking.Features.Mail;

public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>The SMTP server's name; not set: no mail is sent.</summary>
    public string Host { get; init; } = "";

    [Range(1, 65535, ErrorMessage = "Mail:Port must be between 1 and 65535.")]
    public int Port { get; init; } = 587;

    /// <summary>Who signs in to the server; empty where it asks for nobody.</summary>
    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>The sender of every mail, as <c>stats@example.com</c> or <c>Statistics &lt;stats@example.com&gt;</c>.</summary>
    public string From { get; init; } = "";

    [EnumDataType(typeof(MailTls), ErrorMessage = "Mail:Tls must be StartTls, Implicit or None.")]
    public MailTls Tls { get; init; } = MailTls.StartTls;

    internal bool IsConfigured => Host.Length > 0;

    internal bool TryReadFrom([NotNullWhen(true)] out MailboxAddress? from) =>
        MailboxAddress.TryParse(From, out from) && from.Address.Contains('@', StringComparison.Ordinal);
}

/// <summary>How the way to the mail server is encrypted.</summary>
public enum MailTls
{
    /// <summary>After a first line in plain; where the server does not offer it, nothing is sent.</summary>
    StartTls,

    /// <summary>From the first byte, as on port 465.</summary>
    Implicit,

    /// <summary>Not at all: for a server on the same machine.</summary>
    None,
}
