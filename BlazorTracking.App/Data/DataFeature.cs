using System.Data.Common;
using BlazorTracking.Data.Sqlite;
using BlazorTracking.Data.SqlServer;
using BlazorTracking.Operation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Data;

public static class DataFeature
{
    public static void AddData(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DataDirectoryOptions>().BindConfiguration(DataDirectoryOptions.Section).ValidateOnStart();
        services.AddSingleton<DataDirectory>();
        services.AddHostedService<ServerLock>();

        var settings = builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        if (settings.Provider == DatabaseProvider.SqlServer)
        {
            services.AddProvider<SqlServerTrackingDbContext>((options, connectionString) =>
                SqlServerTrackingDbContext.Use(options, connectionString));
        }
        else
        {
            services.AddProvider<SqliteTrackingDbContext>((options, connectionString) =>
                SqliteTrackingDbContext.Use(options, connectionString));
        }

        var keys = new DirectoryInfo(Path.Combine(DataDirectory.Locate(builder.Configuration, builder.Environment.ContentRootPath), "keys"));
        services.AddDataProtection().SetApplicationName("BlazorTracking").PersistKeysToFileSystem(keys);
    }

    /// <summary>Ends a restore that was interrupted, and applies the migrations that the database lacks.</summary>
    /// <exception cref="SettingException">The database cannot be reached, or is not one of this program's.</exception>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        PendingRestore.Finish(app.Services.GetRequiredService<DataDirectory>());
        var database = app.Services.GetRequiredService<DatabaseConnection>();
        await using var context = await app.Services.GetRequiredService<IDbContextFactory<TrackingDbContext>>().CreateDbContextAsync();
        try
        {
            await using var migration = database.Provider == DatabaseProvider.Sqlite
                ? await SqliteMigrationLock.TakeAsync(context, app.Logger, app.Services.GetRequiredService<TimeProvider>())
                : null;
            await context.Database.MigrateAsync();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || exception.GetBaseException() is DbException)
        {
            throw new SettingException($"The database {database.Location} (ConnectionStrings:Tracking) cannot be used: {exception.GetBaseException().Message}", exception);
        }
    }

    private static void AddProvider<TContext>(this IServiceCollection services, Action<DbContextOptionsBuilder, string> use)
        where TContext : TrackingDbContext
    {
        services.AddDbContextFactory<TContext>((provider, options) =>
            use(options, provider.GetRequiredService<DatabaseConnection>().ConnectionString));
        services.AddSingleton<DatabaseConnection>();
        services.AddSingleton<IDbContextFactory<TrackingDbContext>, TrackingDbContextFactory<TContext>>();

        // Identity's stores ask for a context a scope; everything else creates one an operation.
        services.AddScoped<TrackingDbContext>(provider => provider.GetRequiredService<TContext>());
    }

    private sealed class TrackingDbContextFactory<TContext>(IDbContextFactory<TContext> factory) : IDbContextFactory<TrackingDbContext>
        where TContext : TrackingDbContext
    {
        public TrackingDbContext CreateDbContext() => factory.CreateDbContext();
    }
}
