using BlazorTracking.Data;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visits;
using BlazorTracking.Operation;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Commands;

/// <summary>The program as a command uses it: everything wired as in the server, nothing served and no job running.</summary>
internal sealed class CommandProgram(string[] settings, CommandConsole console)
{
    public CommandConsole Console => console;

    /// <summary>Opens the database that is there, with the migrations that it lacks.</summary>
    /// <exception cref="CommandException">There is no database.</exception>
    /// <exception cref="SettingException">The database cannot be used.</exception>
    public Task<WebApplication> OpenAsync() => OpenAsync(app => app.PrepareDatabaseAsync());

    /// <summary>Opens the database, and the configured engine as the server does: not one that lacks visits which another one holds.</summary>
    /// <exception cref="CommandException">There is no database.</exception>
    /// <exception cref="SettingException">The database or the engine cannot be used, or another engine holds the visits.</exception>
    public Task<WebApplication> OpenVisitsAsync() => OpenAsync(async app =>
    {
        await app.PrepareDatabaseAsync();
        await app.PrepareVisitsAsync();
    });

    /// <summary>Wires everything and opens nothing.</summary>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public WebApplication Build()
    {
        var builder = BlazorTrackingBuilder.Create(settings).AddBlazorTracking();

        // The server's log is its own; a command tells on its console what became of it.
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.CheckSettings();
        return app;
    }

    /// <exception cref="CommandException">There is no such site.</exception>
    public static async Task<Site> FindSiteAsync(IServiceProvider services, int siteId, CancellationToken cancellationToken)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<TrackingDbContext>>().CreateDbContextAsync(cancellationToken);
        return await context.Sites.AsNoTracking().FirstOrDefaultAsync(site => site.Id == siteId, cancellationToken)
            ?? throw new CommandException($"There is no site {siteId}. A site's number is in the address of its pages.");
    }

    private async Task<WebApplication> OpenAsync(Func<WebApplication, Task> prepare)
    {
        var app = Build();
        try
        {
            PendingRestore.Finish(app.Services.GetRequiredService<DataDirectory>());
            var database = app.Services.GetRequiredService<DatabaseConnection>();
            if (database.Provider == DatabaseProvider.Sqlite && !File.Exists(database.Location))
            {
                throw new CommandException($"There is no database {database.Location}. Say where it is with --Data:Directory=… or --ConnectionStrings:Tracking=…, as the server is told.");
            }

            await prepare(app);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }
}
