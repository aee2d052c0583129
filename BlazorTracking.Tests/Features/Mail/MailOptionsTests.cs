using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Mail;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Tests.Features.Mail;

public sealed class MailOptionsTests
{
    private static readonly Uri _publicUrl = new("https://stats.example.com");

    [Fact]
    public void Without_a_server_nothing_is_asked_for() => Assert.Empty(Validate(new MailOptions(), publicUrl: null));

    [Fact]
    public void A_server_that_asks_for_nobody_is_accepted() =>
        Assert.Empty(Validate(new MailOptions { Host = "localhost", From = "Statistics <stats@example.com>", Tls = MailTls.None }, _publicUrl));

    [Theory]
    [InlineData("", "", "", MailTls.StartTls, "Mail:From")]
    [InlineData("no address", "", "", MailTls.StartTls, "Mail:From")]
    [InlineData("stats", "", "", MailTls.StartTls, "Mail:From")]
    [InlineData("stats@example.com", "ada", "", MailTls.StartTls, "Mail:User")]
    [InlineData("stats@example.com", "", "secret", MailTls.StartTls, "Mail:User")]
    [InlineData("stats@example.com", "ada", "secret", MailTls.None, "Mail:Tls")]
    public void What_is_missing_or_wrong_is_said_by_its_name(string from, string user, string password, MailTls tls, string named) =>
        Assert.StartsWith(
            named + " ",
            Assert.Single(Validate(new MailOptions { Host = "smtp.example.com", From = from, User = user, Password = password, Tls = tls }, _publicUrl)),
            StringComparison.Ordinal);

    [Fact]
    public void Links_need_an_address_to_begin_with() =>
        Assert.StartsWith(
            "Accounts:PublicUrl ",
            Assert.Single(Validate(new MailOptions { Host = "smtp.example.com", From = "stats@example.com" }, publicUrl: null)),
            StringComparison.Ordinal);

    private static IEnumerable<string> Validate(MailOptions options, Uri? publicUrl) =>
        new MailOptionsValidator(Options.Create(new AccountsOptions { PublicUrl = publicUrl })).Validate(name: null, options).Failures ?? [];
}
