using BlazorTracking.Features.Accounts;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Mail;

/// <summary>A mail server is configured whole or not at all.</summary>
internal sealed class MailOptionsValidator(IOptions<AccountsOptions> accounts) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var failures = options.IsConfigured ? FailuresOf(options).ToList() : [];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> FailuresOf(MailOptions options)
    {
        if (!options.TryReadFrom(out _))
        {
            yield return "Mail:From must be the address that mails come from, such as stats@example.com, when Mail:Host is set.";
        }

        if ((options.User.Length > 0) != (options.Password.Length > 0))
        {
            yield return "Mail:User and Mail:Password belong together: set both, or neither where the server asks for nobody.";
        }

        if (options is { User.Length: > 0, Tls: MailTls.None })
        {
            yield return "Mail:Tls must be StartTls or Implicit when Mail:User is set: a password is not sent unencrypted.";
        }

        // The Host header is the asker's choice: a link that began with it could lead anywhere.
        if (accounts.Value.PublicUrl is null)
        {
            yield return "Accounts:PublicUrl must be the address that links in mails begin with, such as https://stats.example.com, when Mail:Host is set.";
        }
    }
}
