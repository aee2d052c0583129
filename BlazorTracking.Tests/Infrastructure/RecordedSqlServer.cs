using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using BlazorTracking.Data;
using BlazorTracking.Features.Visits.Database;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>
/// The visit store of SQL Server over a connection that notes each command and answers it with no rows: shows the
/// T-SQL of whatever is asked of the store, without a server. Aggregates that need a row fail after they were noted,
/// unless <see cref="Answer"/> has a value for them.
/// </summary>
public sealed class RecordedSqlServer : IDbContextFactory<TrackingDbContext>, IDisposable
{
    private readonly List<string> _commands = [];

    public RecordedSqlServer()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:Tracking", "Server=unreachable.invalid")])
            .Build();
        var options = Options.Create(new DatabaseOptions { Provider = DatabaseProvider.SqlServer });
        var database = new DatabaseConnection(configuration, options, new DataDirectory(configuration, new NoEnvironment()));
        Store = new DatabaseVisitStore(this, database, TimeProvider.System, NullLogger<DatabaseVisitStore>.Instance);
    }

    public DatabaseVisitStore Store { get; }

    /// <summary>The one value that a command is answered with; may fail as a server does.</summary>
    public Func<string, object?> Answer { get; init; } = _ => null;

    /// <summary>The commands sent until now, oldest first.</summary>
    public IReadOnlyList<string> Commands => _commands;

    public TrackingDbContext CreateDbContext()
    {
        var context = OfflineContext.Create(DatabaseProvider.SqlServer);
        context.Database.SetDbConnection(CreateConnection(), contextOwnsConnection: true);
        return context;
    }

    public DbConnection CreateConnection() => new Connection(Note);

    public void Dispose() => Store.Dispose();

    private object? Note(string command)
    {
        _commands.Add(command);
        return Answer(command);
    }

    private sealed class Connection(Func<string, object?> note) : DbConnection
    {
        private ConnectionState _state = ConnectionState.Closed;

        [AllowNull]
        public override string ConnectionString { get; set; } = "Server=unreachable.invalid";

        public override string Database => "Tracking";

        public override string DataSource => "unreachable.invalid";

        public override string ServerVersion => "13.00.0000";

        public override ConnectionState State => _state;

        public override void Open() => _state = ConnectionState.Open;

        public override void Close() => _state = ConnectionState.Closed;

        public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(this, isolationLevel);

        protected override DbCommand CreateDbCommand() => new Command(note) { Connection = this };
    }

    private sealed class Transaction(DbConnection connection, IsolationLevel level) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => level;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
            // Nothing was written.
        }

        public override void Rollback()
        {
            // Nothing was written.
        }
    }

    private sealed class Command(Func<string, object?> note) : DbCommand
    {
        private readonly SqlCommand _parameters = new();

        [AllowNull]
        public override string CommandText { get; set; } = "";

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; } = CommandType.Text;

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; }

        protected override DbParameterCollection DbParameterCollection => _parameters.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel() => throw new NotSupportedException();

        public override int ExecuteNonQuery()
        {
            note(CommandText);
            return 0;
        }

        public override object? ExecuteScalar() => note(CommandText);

        public override void Prepare() => throw new NotSupportedException();

        protected override DbParameter CreateDbParameter() => new SqlParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
        {
            note(CommandText);
            return new DataTable().CreateDataReader();
        }

        protected override void Dispose(bool disposing)
        {
            _parameters.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class NoEnvironment : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "BlazorTracking";

        public string EnvironmentName { get; set; } = "Production";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
