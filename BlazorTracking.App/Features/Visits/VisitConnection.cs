namespace BlazorTracking.Features.Visits;

/// <summary>
/// Where an engine is that is not the database: <c>ConnectionStrings:Visits</c> is the configured engine's; that of
/// another one, which only a copy from one to the other opens, is named by the engine (<c>ConnectionStrings:DuckDb</c>).
/// </summary>
/// <param name="Setting">The setting that says where: "ConnectionStrings:Visits".</param>
/// <param name="Text">The connection string, or null where none is given.</param>
/// <param name="Occasion">Why the engine is opened, to begin a sentence with: "Visits:Engine is DuckDb".</param>
internal sealed record VisitConnection(string Setting, string? Text, string Occasion)
{
    private const string Configured = "Visits";

    public static VisitConnection Of(IConfiguration configuration, VisitEngineChoice choice, VisitEngine engine)
    {
        // The database has a connection string of its own: with it as engine, the other one's is free.
        var isOthers = choice.Engine != VisitEngine.Database && choice.Engine != engine;
        var name = isOthers || configuration.GetConnectionString($"{engine}") is { Length: > 0 } ? $"{engine}" : Configured;
        return new VisitConnection(
            $"ConnectionStrings:{name}",
            configuration.GetConnectionString(name) is { Length: > 0 } text ? text : null,
            choice.Engine == engine ? choice.Statement : $"{engine} is asked for");
    }
}
