using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Features.Accounts;

/// <summary>What somebody knows a signed-in browser by: "Firefox on Linux". Neither address nor version, so that no session can be told from its likes.</summary>
public sealed class SessionDescription(AgentReader agents, IHttpContextAccessor http)
{
    /// <summary>Of the browser that the current request comes from; empty where it does not say.</summary>
    public string OfCurrent()
    {
        if (http.HttpContext?.Request.Headers is not { } headers)
        {
            return "";
        }

        return agents.Read(headers.UserAgent.ToString(), ClientHints.From(headers)) switch
        {
            { Browser.Length: > 0, OperatingSystem.Length: > 0 } agent => $"{agent.Browser} on {agent.OperatingSystem}",
            var agent => agent.Browser + agent.OperatingSystem,
        };
    }
}
