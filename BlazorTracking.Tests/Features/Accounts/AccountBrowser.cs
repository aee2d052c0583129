using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.AspNetCore.Mvc.Testing;

namespace BlazorTracking.Tests.Features.Accounts;

/// <summary>A browser for pages with forms: keeps cookies, follows no redirect, sends what a form holds and what is typed.</summary>
public sealed class AccountBrowser : IDisposable
{
    public const string Password = "three random words";

    private static readonly Uri _origin = new("http://localhost");

    private readonly HttpClient _client;

    public AccountBrowser(WebApplicationFactory<Program> app, string? userAgent = null)
    {
        _client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = _origin });
        if (userAgent is not null)
        {
            _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        }
    }

    public CookieContainer Cookies { get; private set; } = new();

    /// <summary>The Set-Cookie headers of the last answer.</summary>
    public IReadOnlyList<string> LastCookies { get; private set; } = [];

    public string? SessionCookie => Cookies.GetCookies(_origin)[".AspNetCore.Identity.Application"]?.Value;

    /// <summary>A browser with the same cookies, as they are now.</summary>
    public static AccountBrowser CopyOf(AccountBrowser other, AppFactory app)
    {
        var copy = new AccountBrowser(app);
        copy.Cookies.SetCookies(_origin, other.Cookies.GetCookieHeader(_origin).Replace("; ", ",", StringComparison.Ordinal));
        return copy;
    }

    public async Task<Page> GetAsync(string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        return await SendAsync(request);
    }

    /// <summary>Opens the page and sends its form with the given fields typed in.</summary>
    public async Task<Page> SubmitAsync(string url, params (string Field, string Value)[] typed)
    {
        var page = await GetAsync(url);
        return await SubmitAsync(page, typed);
    }

    /// <summary>Sends the form of a page that is open already, as its first button does.</summary>
    public async Task<Page> SubmitAsync(Page page, params (string Field, string Value)[] typed)
    {
        var form = page.Document.QuerySelectorAll<IHtmlFormElement>("main form").First();
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[name]")
            .Where(input => input.Type != "checkbox" || input.IsChecked)
            .GroupBy(input => input.Name!, input => input.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var (field, value) in typed)
        {
            fields["Input." + field] = value;
        }

        var action = form.QuerySelector("button[type=submit]")?.GetAttribute("formaction") ?? form.GetAttribute("action");
        return await PostAsync(string.IsNullOrEmpty(action) ? page.Url : action, fields);
    }

    public async Task<Page> PostAsync(string url, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields) };
        return await SendAsync(request);
    }

    public Task<Page> RegisterAsync(string email, string password = Password, string displayName = "", string? returnUrl = null) =>
        SubmitAsync(WithReturn(AppUrls.Register, returnUrl), ("DisplayName", displayName), ("Email", email), ("Password", password));

    public Task<Page> SignInAsync(string email, string password = Password, string? returnUrl = null) =>
        SubmitAsync(WithReturn(AppUrls.SignIn, returnUrl), ("Email", email), ("Password", password));

    public Task<Page> SignOutAsync() => SubmitAsync(AppUrls.SignOut);

    public async Task<bool> IsSignedInAsync() => (await GetAsync(AppUrls.ManageAccount)).Status == HttpStatusCode.OK;

    public void Dispose() => _client.Dispose();

    private static string WithReturn(string url, string? returnUrl) =>
        returnUrl is null ? url : $"{url}?returnUrl={Uri.EscapeDataString(returnUrl)}";

    private async Task<Page> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.GetCookieHeader(_origin) is { Length: > 0 } header)
        {
            request.Headers.Add("Cookie", header);
        }

        var url = request.RequestUri!.OriginalString;
        using var response = await _client.SendAsync(request);
        LastCookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
        foreach (var cookie in LastCookies)
        {
            Cookies.SetCookies(_origin, cookie);
        }

        return new Page(url, response.StatusCode, response.Headers.Location?.OriginalString, await response.Content.ReadAsStringAsync());
    }

    /// <summary>An answer of the server.</summary>
    public sealed record Page(string Url, HttpStatusCode Status, string? Location, string Html)
    {
        public IHtmlDocument Document { get; } = new HtmlParser().ParseDocument(Html);

        public string Title => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

        public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".field-error").Select(error => error.TextContent.Trim()).Where(text => text.Length > 0)];

        /// <summary>What the page before left to say.</summary>
        public string? Notice => Document.QuerySelector(".notice-bar")?.TextContent.Trim();

        /// <summary>The text of the page's main part.</summary>
        public string Text => Document.QuerySelector("main")?.Text() ?? "";
    }
}
