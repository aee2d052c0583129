using System.Net;
using System.Security.Claims;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>Accounts and who they are to the program.</summary>
public static class SignedIn
{
    public static async Task<Account> AddAccountAsync(this AppFactory app, string? name = null)
    {
        var account = new Account { UserName = $"{name ?? Guid.NewGuid().ToString("N")}@example.com", DisplayName = name ?? "", EmailConfirmed = true };
        account.Email = account.UserName;
        await using var scope = app.Services.CreateAsyncScope();
        var added = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account);
        return added.Succeeded ? account : throw new InvalidOperationException(added.ToString());
    }

    /// <summary>A browser that is signed in to the account. It follows no redirects.</summary>
    public static async Task<HttpClient> OpenBrowserAsync(this AppFactory app, Account account)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Account>>();
        signIn.Context = context;
        await signIn.SignInAsync(account, isPersistent: false);
        var browser = app.OpenBrowser();
        browser.DefaultRequestHeaders.Add("Cookie", context.Response.Headers.SetCookie.Select(cookie => cookie!.Split(';')[0]));
        return browser;
    }

    /// <summary>The cookies of a browser that went through the sign-in page of a server.</summary>
    public static async Task<CookieContainer> SignInAsync(this ServerProcess server, string email, string password)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = server.Address };
        using var page = await client.GetAsync(AppUrls.SignIn);
        var token = (await page.ReadPageAsync()).QuerySelector<IHtmlInputElement>("form[method=post] [name=__RequestVerificationToken]")!.Value;
        using var form = new FormUrlEncodedContent(
        [
            new("Input.Email", email), new("Input.Password", password), new("__RequestVerificationToken", token),
        ]);
        using var answer = await client.PostAsync(AppUrls.SignIn, form);
        return answer.StatusCode == HttpStatusCode.Redirect ? cookies : throw new InvalidOperationException($"Nobody was signed in: {answer.StatusCode}.");
    }

    /// <summary>A stranger's browser. It follows no redirects.</summary>
    public static HttpClient OpenBrowser(this AppFactory app)
    {
        var browser = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        browser.DefaultRequestHeaders.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        return browser;
    }

    /// <summary>The services of a circuit that belongs to the account, or to a stranger.</summary>
    public static async Task<AsyncServiceScope> CreateCircuitAsync(this AppFactory app, Account? account)
    {
        var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.Authenticate(account is null
            ? new ClaimsPrincipal(new ClaimsIdentity())
            : await scope.ServiceProvider.GetRequiredService<SignInManager<Account>>().CreateUserPrincipalAsync(account));
        return scope;
    }

    /// <summary>What happens to an open circuit when its sign-in is found to have ended.</summary>
    public static void SignOut(this IServiceProvider circuit) => circuit.Authenticate(new ClaimsPrincipal(new ClaimsIdentity()));

    private static void Authenticate(this IServiceProvider circuit, ClaimsPrincipal principal) =>
        ((IHostEnvironmentAuthenticationStateProvider)circuit.GetRequiredService<AuthenticationStateProvider>())
            .SetAuthenticationState(Task.FromResult(new AuthenticationState(principal)));
}
