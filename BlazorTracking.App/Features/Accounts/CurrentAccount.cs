using Microsoft.AspNetCore.Components.Authorization;

namespace BlazorTracking.Features.Accounts;

/// <summary>Whose request or circuit this is. Asked on every call: a circuit may outlive the sign-in that opened it.</summary>
public sealed class CurrentAccount(IServiceProvider scope, IHttpContextAccessor http, AuthenticationStateProvider circuit)
{
    /// <summary>The signed-in account's id, or null for a stranger.</summary>
    public async Task<string?> FindIdAsync()
    {
        // A circuit's scope is not its connection's request scope, whose principal is as old as the connection.
        var user = http.HttpContext is { } request && ReferenceEquals(request.RequestServices, scope)
            ? request.User
            : (await circuit.GetAuthenticationStateAsync()).User;
        return user.FindAccountId();
    }
}
