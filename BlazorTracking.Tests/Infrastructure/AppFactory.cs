using BlazorTracking.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>The whole program in this process, on a real SQLite file in a folder of its own that goes with it.</summary>
public class AppFactory : WebApplicationFactory<Program>
{
    private readonly string _directory = Directory.CreateTempSubdirectory("blazortracking-").FullName;

    public string DataDirectory => _directory;

    /// <summary>Settings beside the defaults; set before the first request.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>The program's clock; the system's unless set before the first request.</summary>
    public TimeProvider? Clock { get; set; }

    public TrackingDbContext CreateContext() =>
        Services.GetRequiredService<IDbContextFactory<TrackingDbContext>>().CreateDbContext();

    /// <summary>What is in the day's file of errors.</summary>
    public async Task<string> ReadErrorsAsync()
    {
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_directory, "logs"), "errors-*.log"));
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Data:Directory", _directory);

        // The same file as all else, which opens sooner than a second one.
        builder.UseSetting("Visits:Engine", "Database");
        builder.UseSetting("Accounts:PasswordIterations", "1000");
        builder.UseSetting("Accounts:AttemptLimitPerMinute", "0");
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            if (Clock is not null)
            {
                services.Replace(ServiceDescriptor.Singleton(Clock));
            }
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_directory))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_directory, recursive: true);
        }
    }
}
