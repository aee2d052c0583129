using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>What the program logged, at every level.</summary>
public sealed class RecordedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<RecordedLine> _lines = new();

    public IReadOnlyList<RecordedLine> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

    public void Dispose()
    {
        // What was recorded may still be read.
    }

    private sealed class Logger(string category, ConcurrentQueue<RecordedLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
            lines.Enqueue(new RecordedLine(category, logLevel, formatter(state, exception), values.ToDictionary(StringComparer.Ordinal)));
        }
    }
}

public sealed record RecordedLine(string Category, LogLevel Level, string Text, IReadOnlyDictionary<string, object?> Values);
