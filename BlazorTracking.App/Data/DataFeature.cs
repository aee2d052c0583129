using BlazorTracking.Data.Sqlite;
using BlazorTracking.Data.SqlServer;
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

        var provider = builder.Configuration.GetValue<string>($"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}");
        if (string.Equals(provider, nameof(DatabaseProvider.SqlServer), StringComparison.OrdinalIgnoreCase))
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

    /// <summary>Applies the migrations that the database lacks.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        var contexts = app.Services.GetRequiredService<IDbContextFactory<TrackingDbContext>>();
        await using var context = await contexts.CreateDbContextAsync();
        await context.Database.MigrateAsync();
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
