using System.Globalization;
using BlazorTracking.Data;
using BlazorTracking.Operation;
using DuckDB.NET.Data;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Visits.DuckDb;

/// <summary>
/// The file that holds the visits: <c>visits.duckdb</c> in the data directory, or the one that the
/// <see cref="VisitConnection"/> names. Opened with the first connection, closed with this.
/// </summary>
internal sealed class DuckDbFile : IDisposable
{
    private const long Mebibyte = 1 << 20;
    private const long LeastMemory = 256 * Mebibyte;

    // Checkpoints are the store's own: DuckDB's would be part of the commit that fills the log.
    private const string NeverByItself = "1TB";

    private readonly string _connectionString;
    private readonly VisitConnection _configured;
    private readonly Lock _lock = new();
    private DuckDBConnection? _first;

    /// <exception cref="SettingException">The connection string cannot be read, or names no file.</exception>
    public DuckDbFile(IConfiguration configuration, IOptions<VisitsOptions> options, VisitEngineChoice choice, DataDirectory directory)
    {
        _configured = VisitConnection.Of(configuration, choice, VisitEngine.DuckDb);
        var settings = Read(_configured.Text)
            ?? new DuckDBConnectionStringBuilder { DataSource = directory.PathOf("visits.duckdb") };
        Location = settings.DataSource;
        Threads = options.Value.Threads > 0 ? options.Value.Threads : Environment.ProcessorCount;
        var memory = options.Value.MemoryMegabytes > 0
            ? options.Value.MemoryMegabytes * Mebibyte
            : Math.Max(LeastMemory, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);

        settings.MemoryLimit = string.Create(CultureInfo.InvariantCulture, $"{memory / Mebibyte}MiB");
        settings.Threads = Threads;
        settings.CheckpointThreshold = NeverByItself;
        settings.TempDirectory = Location + ".tmp";

        // Nothing is read but this file, and nothing is fetched.
        settings.EnableExternalAccess = false;
        settings.AutoinstallKnownExtensions = false;
        settings.AutoloadKnownExtensions = false;
        _connectionString = settings.ConnectionString;
    }

    public string Location { get; }

    /// <summary>The size of the log of commits that no checkpoint has put into the file yet, in bytes.</summary>
    public long LogLength => new FileInfo(Location + ".wal") is { Exists: true } log ? log.Length : 0;

    /// <summary>How many threads answer queries.</summary>
    public int Threads { get; }

    /// <summary>A connection of its own to the one instance of the file in this process.</summary>
    /// <exception cref="SettingException">The file cannot be used.</exception>
    public DuckDBConnection Connect()
    {
        lock (_lock)
        {
            _first ??= Open();
        }

        var connection = new DuckDBConnection(_connectionString);
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _first?.Dispose();
            _first = null;
        }
    }

    // The reader's own message may quote what stands in the connection string.
    private DuckDBConnectionStringBuilder? Read(string? connectionString)
    {
        if (connectionString is null)
        {
            return null;
        }

        try
        {
            var settings = new DuckDBConnectionStringBuilder { ConnectionString = connectionString };
            return settings.DataSource is { Length: > 0 } and not DuckDBConnectionStringBuilder.InMemoryDataSource
                ? settings
                : throw new SettingException($"{_configured.Occasion}, but {_configured.Setting} names no file: Data Source=FILE.");
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new SettingException($"{_configured.Setting} is not a connection string of DuckDB.", exception);
        }
    }

    private DuckDBConnection Open()
    {
        var connection = new DuckDBConnection(_connectionString);
        try
        {
            connection.Open();
            DuckDbSchema.Apply(connection, Location);
            DuckDbJournal.Replay(connection, Location);
            return connection;
        }
        catch (Exception exception)
        {
            connection.Dispose();
            if (exception is DuckDBException)
            {
                throw new SettingException(Sentence(exception), exception);
            }

            throw;
        }
    }

    private string Sentence(Exception exception) => exception.Message.Contains("Could not set lock", StringComparison.Ordinal)
        ? $"The visits in {Location} are open in another process: only one may have them. End that one first."
        : $"The visits in {Location} ({_configured.Setting}) cannot be used: {exception.Message}";
}
