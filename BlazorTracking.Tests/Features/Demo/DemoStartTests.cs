using System.Net;
using System.Text.RegularExpressions;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Demo;

/// <summary>The demonstration as somebody starts it: by its switch, reading what the console says.</summary>
public sealed partial class DemoStartTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task The_printed_credentials_sign_in_and_are_printed_again_by_the_next_start()
    {
        var first = await StartAndSignInAsync();
        var second = await StartAndSignInAsync();

        Assert.Equal(first, second);
    }

    private async Task<(string Email, string Password)> StartAndSignInAsync()
    {
        await using var server = await ServerProcess.StartAsync(_directory.FullName, "--demo", "--Demo:Days=1", "--Accounts:PasswordIterations=1000");
        var password = await PrintedAsync(server, Password);
        var email = await PrintedAsync(server, Email);

        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer() };
        using var client = new HttpClient(handler) { BaseAddress = server.Address };
        var form = await client.GetStringAsync(AppUrls.SignIn);
        using var answer = await client.PostAsync(AppUrls.SignIn, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Email"] = email,
            ["Input.Password"] = password,
            ["__RequestVerificationToken"] = Token.Match(form).Groups["value"].Value,
        }));
        using var page = await client.GetAsync(AppUrls.ManageAccount);

        Assert.Equal((HttpStatusCode.OK, AppUrls.ManageAccount), (page.StatusCode, page.RequestMessage!.RequestUri!.AbsolutePath));
        return (email, password);
    }

    /// <summary>The box is printed just after the server listens.</summary>
    private static async Task<string> PrintedAsync(ServerProcess server, Regex pattern)
    {
        for (var i = 0; i < 500; i++)
        {
            if (pattern.Match(server.Output) is { Success: true } match)
            {
                return match.Groups["value"].Value;
            }

            await Task.Delay(20);
        }

        throw new InvalidOperationException($"The console says nothing of it:{Environment.NewLine}{server.Output}");
    }

    [GeneratedRegex(@"│  E-mail +(?<value>\S+)", RegexOptions.NonBacktracking)]
    private static partial Regex Email { get; }

    [GeneratedRegex(@"│  Password +(?<value>\S+)", RegexOptions.NonBacktracking)]
    private static partial Regex Password { get; }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<value>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token { get; }
}
