using System.Globalization;
using System.Text.RegularExpressions;
using BlazorTracking.Features.Visitors.Agents;

namespace BlazorTracking.Features.Visitors;

/// <summary>
/// Tells browser, operating system and device class from a user agent and its client hints. An agent is evaluated once
/// and remembered; what Chromium's hints say goes before its frozen user agent. docs/agents.md gives the rules.
/// </summary>
public sealed class AgentReader
{
    /// <summary>Of a longer user agent only so many characters are read.</summary>
    public const int MaxLength = 1000;

    /// <summary>So many distinct agents are remembered.</summary>
    public const int Capacity = 10_000;

    // The patterns are constant: one copy serves every host in the process.
    private static readonly Lazy<AgentPatterns> _patterns = new(AgentPatterns.Load);

    private readonly BoundedCache<(string UserAgent, ClientHints Hints), Agent> _agents =
        new(Capacity, key => Evaluate(key.UserAgent, key.Hints));

    public Agent Read(string userAgent, ClientHints hints) => _agents[(BoundedText.Cut(userAgent, MaxLength), hints)];

    // An agent on which an expression takes too long was made to do so: no browser is behind it.
    private static Agent Evaluate(string userAgent, ClientHints hints)
    {
        try
        {
            return Recognise(userAgent, hints);
        }
        catch (RegexMatchTimeoutException)
        {
            return Agent.Unknown;
        }
    }

    private static Agent Recognise(string userAgent, ClientHints hints)
    {
        var (browser, browserVersion) = Browser(userAgent, hints);
        var (system, systemVersion) = OperatingSystem(userAgent, hints);
        var agent = new Agent(browser, browserVersion, system, systemVersion, DeviceClass.Of(userAgent, hints.Mobile));
        return agent == Agent.Unknown ? Agent.Unknown : agent;
    }

    private static (string Name, string Version) Browser(string userAgent, ClientHints hints)
    {
        if (HintReader.Browser(hints.Brands) is { } hinted)
        {
            return (hinted.Name, AgentVersion.Of(hinted.Version));
        }

        return _patterns.Value.Browser(userAgent) is { } match && AgentNames.Browser(match.Family) is { Length: > 0 } name
            ? (name, AgentVersion.Of(match.Major, match.Minor))
            : ("", "");
    }

    private static (string Name, string Version) OperatingSystem(string userAgent, ClientHints hints)
    {
        var (name, version) = _patterns.Value.OperatingSystem(userAgent) is { } match
            ? (AgentNames.OperatingSystem(match.Family, userAgent), AgentVersion.Of(match.Major, match.Minor))
            : ("", "");
        var platform = HintReader.Text(hints.Platform);
        if (platform is "" or "Unknown" || (platform == "Linux" && name is not ""))
        {
            return name is "" ? ("", "") : (name, version);
        }

        var hinted = BoundedText.Clean(AgentNames.OperatingSystem(platform, userAgent), Agent.NameMaxLength);
        var hintedVersion = HintedVersion(hinted, HintReader.Text(hints.PlatformVersion));
        return (hinted, hintedVersion is "" && hinted == name ? version : hintedVersion);
    }

    // Windows counts its platform version differently: 13 and above is Windows 11, 1 to 10 is Windows 10.
    // https://learn.microsoft.com/microsoft-edge/web-platform/how-to-detect-win11
    private static string HintedVersion(string system, string version)
    {
        var first = version.Split('.')[0];
        if (system != "Windows")
        {
            return AgentVersion.Of(version);
        }

        return int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major > 0
            ? major >= 13 ? "11" : "10"
            : "";
    }
}
