using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Features.Accounts;

/// <summary>What somebody knows a signed-in browser by: "Firefox on Linux". Neither address nor version, so that no session can be told from its likes.</summary>
public sealed class SessionDescription(AgentReader agents, IHttpContextAccessor http)
{
    private const string Between = " on ";

    /// <summary>A stored description in the language of the page; of one that says nothing, that.</summary>
    public static string Text(string description) => description.Split(Between, 2) switch
    {
        [""] => AccountsText.UnknownBrowser,
        [var browser, var system] => AccountsText.BrowserOnSystem.With(browser, system),
        _ => description,
    };

    /// <summary>Of the browser that the current request comes from, to be stored; empty where it does not say.</summary>
    public string OfCurrent()
    {
        if (http.HttpContext?.Request.Headers is not { } headers)
        {
            return "";
        }

        return agents.Read(headers.UserAgent.ToString(), ClientHints.From(headers)) switch
        {
            { Browser.Length: > 0, OperatingSystem.Length: > 0 } agent => agent.Browser + Between + agent.OperatingSystem,
            var agent => agent.Browser + agent.OperatingSystem,
        };
    }
}
