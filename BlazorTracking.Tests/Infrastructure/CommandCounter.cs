using System.Collections.Concurrent;
using System.Data.Common;
using BlazorTracking.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>Notes what a program asks its database by EF Core.</summary>
public sealed class CommandCounter : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _commands = new();

    /// <summary>To be called while the program's services are put together.</summary>
    public void Watch(IServiceCollection services) =>
        services.ConfigureDbContext<SqliteTrackingDbContext>(options => options.AddInterceptors(this));

    /// <summary>How many commands that name the table were sent while this was done.</summary>
    public async Task<int> CountAsync(string table, Func<Task> work)
    {
        _commands.Clear();
        await work();
        return _commands.Count(command => command.Contains($"\"{table}\"", StringComparison.Ordinal));
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _commands.Enqueue(command.CommandText);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
