namespace BlazorTracking.Operation;

/// <summary>The level at which an endpoint's requests are logged; <see cref="LogLevel.Information"/> where none is given.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequestLogLevelAttribute(LogLevel level) : Attribute
{
    public LogLevel Level { get; } = level;
}
