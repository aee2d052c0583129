namespace BlazorTracking.Features.Visitors.Agents;

/// <summary>Versions as shown: major, and minor only where it is not zero ("128", "17.5").</summary>
internal static class AgentVersion
{
    public static string Of(string major, string minor) =>
        BoundedText.Clean(minor is "" or "0" || major is "" ? major : $"{major}.{minor}", Agent.VersionMaxLength);

    /// <param name="version">Numbers between dots, as many as there are.</param>
    public static string Of(string version)
    {
        var parts = version.Split('.');
        return Of(parts[0], parts.Length > 1 ? parts[1] : "");
    }
}
