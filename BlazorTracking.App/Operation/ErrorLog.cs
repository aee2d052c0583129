using System.Globalization;
using BlazorTracking.Data;
using Serilog;
using Serilog.Core;
using Serilog.Extensions.Logging;

namespace BlazorTracking.Operation;

/// <summary>
/// Errors, besides on the console, in <c>logs/errors-DATE.log</c> in the data directory, so that they can be read when
/// nobody was looking: a file a day or for every 10 MiB, the latest 14 are kept.
/// </summary>
public static class ErrorLog
{
    private const int FilesKept = 14;
    private const long LargestFile = 10 * 1024 * 1024;

    public static void AddErrorLog(this WebApplicationBuilder builder)
    {
        var path = Path.Combine(DataDirectory.Locate(builder.Configuration, builder.Environment.ContentRootPath), "logs", "errors-.log");
        builder.Logging.AddSerilog(Create(path), dispose: true);

        // Where anybody hears this category, each request gets an activity and a scope. Nothing here writes them; the console's
        // part is in the settings.
        builder.Logging.AddFilter<SerilogLoggerProvider>("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    }

    private static Logger Create(string path) => new LoggerConfiguration()
        .MinimumLevel.Error()
        .WriteTo.File(
            path,
            formatProvider: CultureInfo.InvariantCulture,
            outputTemplate: "{Timestamp:o} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}",
            rollingInterval: RollingInterval.Day,
            fileSizeLimitBytes: LargestFile,
            rollOnFileSizeLimit: true,
            retainedFileCountLimit: FilesKept)
        .CreateLogger();
}
