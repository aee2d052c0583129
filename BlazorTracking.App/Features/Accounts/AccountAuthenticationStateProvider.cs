using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Accounts;

/// <summary>
/// Who a circuit belongs to. It becomes a stranger's at the moment its session ends in this process, and within
/// <see cref="AccountsOptions.RevalidationInterval"/> when it ends in another one or the security stamp changes.
/// </summary>
public sealed class AccountAuthenticationStateProvider : RevalidatingServerAuthenticationStateProvider
{
    private static readonly Task<AuthenticationState> _stranger = Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity())));

    private readonly SessionFeed _feed;
    private readonly IServiceScopeFactory _scopes;
    private readonly Lock _lock = new();
    private IDisposable? _subscription;
    private bool _disposed;

    public AccountAuthenticationStateProvider(
        SessionFeed feed, IServiceScopeFactory scopes, IOptions<AccountsOptions> options, ILoggerFactory logging) : base(logging)
    {
        _feed = feed;
        _scopes = scopes;
        RevalidationInterval = options.Value.RevalidationInterval;
        AuthenticationStateChanged += FollowSession;
    }

    protected override TimeSpan RevalidationInterval { get; }

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        if (authenticationState.User.FindSessionId() is not { } sessionId)
        {
            return false;
        }

        await using var scope = _scopes.CreateAsyncScope();
        var ticket = await scope.ServiceProvider.GetRequiredService<AccountTicketStore>().FindAsync(sessionId, cancellationToken);
        return ticket is not null
            && await scope.ServiceProvider.GetRequiredService<SignInManager<Account>>().ValidateSecurityStampAsync(ticket.Principal) is not null;
    }

    protected override void Dispose(bool disposing)
    {
        AuthenticationStateChanged -= FollowSession;
        lock (_lock)
        {
            _disposed = true;
            _subscription?.Dispose();
        }

        base.Dispose(disposing);
    }

    // The state is a finished task wherever the framework sets it; were it not, the periodic check would still hold.
    private void FollowSession(Task<AuthenticationState> state)
    {
        var sessionId = state.IsCompletedSuccessfully ? state.Result.User.FindSessionId() : null;
        lock (_lock)
        {
            _subscription?.Dispose();
            _subscription = sessionId is null || _disposed ? null : _feed.Subscribe(sessionId, () => SetAuthenticationState(_stranger));
        }
    }
}
