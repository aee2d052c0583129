using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Identity.UI.Services;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Accounts;

/// <summary>
/// Mails links with a code. They lead to <c>Accounts:PublicUrl</c> where it is set, whatever <c>Host</c> header the
/// request came with.
/// </summary>
public sealed class LinkMail(IEmailSender mail, LinkGenerator links, IOptions<AccountsOptions> options)
{
    /// <param name="request">Gives the address where none is configured.</param>
    /// <param name="email">Who gets the mail.</param>
    /// <param name="subject">Also the link's text.</param>
    /// <param name="page">The account page that takes the code, such as <c>/Account/ConfirmEmail</c>.</param>
    /// <param name="token">Becomes the page's <c>code</c>, in Base64 for URLs.</param>
    /// <param name="values">Further values of the page.</param>
    public Task SendAsync(HttpRequest request, string email, string subject, string page, string token, object? values = null)
    {
        var query = new RouteValueDictionary(values) { ["area"] = "Identity", ["code"] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token)) };
        var (scheme, host) = options.Value.PublicUrl is { } url
            ? (url.Scheme, new HostString(url.Authority))
            : (request.Scheme, request.Host);
        var link = links.GetUriByPage(page, handler: null, query, scheme, host, request.PathBase)
            ?? throw new InvalidOperationException($"There is no page {page}.");
        return mail.SendEmailAsync(
            email, subject, $"<a href=\"{HtmlEncoder.Default.Encode(link)}\">{HtmlEncoder.Default.Encode(subject)}</a>. {HtmlEncoder.Default.Encode(AccountsText.MailEnd)}");
    }
}
