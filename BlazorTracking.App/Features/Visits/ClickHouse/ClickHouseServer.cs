using System.Globalization;
using BlazorTracking.Operation;
using ClickHouse.Driver;
using ClickHouse.Driver.ADO;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Visits.ClickHouse;

/// <summary>The server, or one of a cluster, that the <see cref="VisitConnection"/> names. Asked for nothing before it is used.</summary>
internal sealed class ClickHouseServer : IDisposable
{
    private const int UnknownDatabase = 81;
    private const int AuthenticationFailed = 516;

    // What waits for a server that hangs holds beacons up: they are told to come back instead.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    // Spread by site, all visits of a session lie on one shard: what asks for sessions may ask each shard by itself.
    private static readonly Dictionary<string, object> _ofCluster = new(StringComparer.Ordinal)
    {
        ["distributed_product_mode"] = "local",
        ["optimize_skip_unused_shards"] = 1,
        ["distributed_foreground_insert"] = 1,
    };

    private readonly VisitConnection _configured;
    private readonly ClickHouseClientSettings? _settings;
    private readonly Lazy<ClickHouseClient> _client;

    /// <exception cref="SettingException">The connection string cannot be read.</exception>
    public ClickHouseServer(IConfiguration configuration, IOptions<ClickHouseOptions> options, VisitEngineChoice choice)
    {
        var cluster = options.Value.Cluster;
        _configured = VisitConnection.Of(configuration, choice, VisitEngine.ClickHouse);
        _settings = _configured.Text is { } text ? Read(text, cluster.Length > 0) : null;
        _client = new Lazy<ClickHouseClient>(() => new ClickHouseClient(Settings));
        Schema = new ClickHouseSchema(_settings?.Database ?? "", cluster, _configured.Setting);
    }

    /// <exception cref="SettingException">No server is named.</exception>
    public ClickHouseClient Client => _client.Value;

    public ClickHouseSchema Schema { get; }

    public string Database => Settings.Database;

    /// <summary>Where the visits are, without a secret.</summary>
    public string Location => string.Create(CultureInfo.InvariantCulture, $"{Settings.Database} on {Settings.Host}:{Settings.Port}");

    private ClickHouseClientSettings Settings =>
        _settings ?? throw new SettingException($"{_configured.Occasion}, but {_configured.Setting} names no server: Host=…;Database=….");

    /// <summary>The version of the tables that are there; 0 for none.</summary>
    /// <exception cref="SettingException">They cannot be used.</exception>
    public async Task<int> ReadVersionAsync(CancellationToken cancellationToken)
    {
        var tables = new List<ClickHouseTable>();
        using var reader = await Client.ExecuteReaderAsync(Schema.Tables, cancellationToken: cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            tables.Add(new ClickHouseTable(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        return Schema.VersionOf(tables);
    }

    /// <summary>Gives the database the tables that it lacks.</summary>
    /// <exception cref="SettingException">The server cannot be reached, or its database not be used.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var statement in Schema.After(await ReadVersionAsync(cancellationToken)))
            {
                await Client.ExecuteNonQueryAsync(statement, cancellationToken: cancellationToken);
            }
        }
        catch (ClickHouseServerException exception)
        {
            throw new SettingException(Sentence(exception), exception);
        }
        catch (Exception exception) when (IsUnreachable(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw new SettingException($"The ClickHouse server of {Location} ({_configured.Setting}) cannot be reached: {exception.GetBaseException().Message}", exception);
        }
    }

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    /// <summary>Whether the failure is that of the connection, not an answer of the server.</summary>
    internal static bool IsUnreachable(Exception exception) => exception is HttpRequestException or IOException or TaskCanceledException or TimeoutException;

    private string Sentence(ClickHouseServerException exception) => exception.ErrorCode switch
    {
        UnknownDatabase => $"The ClickHouse server has no database {Database} ({_configured.Setting}): create it with CREATE DATABASE, or name another.",
        AuthenticationFailed => $"The ClickHouse server refuses the user or the password of {_configured.Setting} for {Location}.",
        _ => $"The visits in {Location} ({_configured.Setting}) cannot be used: {exception.Message.Trim()}",
    };

    // The reader's own message quotes what it did not understand, which may be half a password.
    private ClickHouseClientSettings Read(string connectionString, bool isSharded)
    {
        try
        {
            var builder = new ClickHouseConnectionStringBuilder(connectionString);
            Check(builder, nameof(builder.Host), text => text.Length > 0);
            Check(builder, nameof(builder.Port), text => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _));
            Check(builder, nameof(builder.Timeout), text => double.TryParse(text, CultureInfo.InvariantCulture, out _));
            if (!builder.ContainsKey(nameof(builder.Timeout)))
            {
                builder.Timeout = _patience;
            }

            var settings = builder.ToSettings();
            settings.Database = settings.Database is { Length: > 0 } database ? database : "default";
            foreach (var (name, value) in isSharded ? _ofCluster : [])
            {
                settings.CustomSettings.TryAdd(name, value);
            }

            return settings;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException or InvalidOperationException or OverflowException)
        {
            throw new SettingException($"{_configured.Setting} is not a connection string of ClickHouse.", exception);
        }
    }

    // The reader takes its default for what it cannot read.
    private static void Check(ClickHouseConnectionStringBuilder builder, string name, Predicate<string> isRight)
    {
        if (builder.TryGetValue(name, out var value) && !isRight($"{value}"))
        {
            throw new FormatException($"{name} has a value that is none.");
        }
    }
}
