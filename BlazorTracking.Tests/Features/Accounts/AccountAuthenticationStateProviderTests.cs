using System.Security.Claims;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Accounts;

/// <summary>What an open page learns of the end of its session.</summary>
public sealed class AccountAuthenticationStateProviderTests : IDisposable
{
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(10);

    private readonly AppFactory _app = new() { Settings = { ["Accounts:RevalidationInterval"] = "00:00:01" } };
    private readonly AccountBrowser _browser;

    public AccountAuthenticationStateProviderTests() => _browser = new AccountBrowser(_app);

    [Fact]
    public async Task A_circuit_becomes_a_strangers_when_its_browser_signs_out()
    {
        await using var circuit = await OpenCircuitAsync("circuit@example.com");

        await _browser.SignOutAsync();

        Assert.False(await circuit.IsSignedInAsync());
    }

    [Fact]
    public async Task A_circuit_becomes_a_strangers_when_another_browser_changes_the_password()
    {
        await using var circuit = await OpenCircuitAsync("password@example.com");
        using var other = new AccountBrowser(_app);
        await other.SignInAsync("password@example.com");

        await other.SubmitAsync(
            AppUrls.ManageAccount + "/ChangePassword", ("OldPassword", AccountBrowser.Password), ("NewPassword", "another random phrase"));

        Assert.False(await circuit.IsSignedInAsync());
    }

    [Fact]
    public async Task A_circuit_stays_signed_in_when_its_own_browser_changes_the_password()
    {
        await using var circuit = await OpenCircuitAsync("own@example.com");

        await _browser.SubmitAsync(
            AppUrls.ManageAccount + "/ChangePassword", ("OldPassword", AccountBrowser.Password), ("NewPassword", "another random phrase"));

        Assert.True(await circuit.IsSignedInAsync());
        Assert.True(await circuit.IsStillValidAsync());
    }

    [Fact]
    public async Task A_circuit_finds_out_by_itself_when_another_server_ends_its_session()
    {
        await using var circuit = await OpenCircuitAsync("elsewhere@example.com");
        var ended = circuit.NextStateAsync();

        await using (var context = _app.CreateContext())
        {
            await context.AccountSessions.ExecuteDeleteAsync();
        }

        Assert.False((await ended.WaitAsync(_soon)).User.Identity!.IsAuthenticated);
    }

    [Fact]
    public async Task A_circuit_finds_out_by_itself_that_the_security_stamp_changed()
    {
        await using var circuit = await OpenCircuitAsync("stamped@example.com");
        var ended = circuit.NextStateAsync();

        await using (var context = _app.CreateContext())
        {
            await context.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.SecurityStamp, "another"));
        }

        Assert.False((await ended.WaitAsync(_soon)).User.Identity!.IsAuthenticated);
    }

    public void Dispose()
    {
        _browser.Dispose();
        _app.Dispose();
    }

    private async Task<Circuit> OpenCircuitAsync(string email)
    {
        await _browser.RegisterAsync(email);
        await using var context = _app.CreateContext();
        var session = await context.AccountSessions.SingleAsync();
        var ticket = await _app.Services.GetRequiredService<AccountTicketStore>().FindAsync(session.Id, CancellationToken.None);
        return new Circuit(_app, ticket!.Principal);
    }

    /// <summary>The scope of a circuit as the framework makes it.</summary>
    private sealed class Circuit : IAsyncDisposable
    {
        private readonly AsyncServiceScope _scope;
        private readonly AuthenticationStateProvider _provider;

        public Circuit(AppFactory app, ClaimsPrincipal user)
        {
            _scope = app.Services.CreateAsyncScope();
            _provider = _scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
            ((IHostEnvironmentAuthenticationStateProvider)_provider).SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
        }

        public async Task<bool> IsSignedInAsync() => (await _provider.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated;

        public async Task<bool> IsStillValidAsync()
        {
            var user = (await _provider.GetAuthenticationStateAsync()).User;
            return await _scope.ServiceProvider.GetRequiredService<AccountTicketStore>().FindAsync(user.FindSessionId()!, CancellationToken.None) is not null;
        }

        public Task<AuthenticationState> NextStateAsync()
        {
            var next = new TaskCompletionSource<AuthenticationState>(TaskCreationOptions.RunContinuationsAsynchronously);
            _provider.AuthenticationStateChanged += async state => next.TrySetResult(await state);
            return next.Task;
        }

        public ValueTask DisposeAsync() => _scope.DisposeAsync();
    }
}
