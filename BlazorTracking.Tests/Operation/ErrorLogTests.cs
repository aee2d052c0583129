using BlazorTracking.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BlazorTracking.Tests.Operation;

public sealed class ErrorLogTests
{
    [Fact]
    public async Task R17_errors_are_kept_in_a_file_of_the_day_and_nothing_else_is()
    {
        await using var app = new AppFactory();
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Tests");

        logger.LogInformation("all is well");
        logger.LogError(new InvalidOperationException("the disk is gone"), "a visit was not stored");

        var text = await app.ReadErrorsAsync();
        Assert.Contains("ERR Tests a visit was not stored", text, StringComparison.Ordinal);
        Assert.Contains("the disk is gone", text, StringComparison.Ordinal);
        Assert.DoesNotContain("all is well", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_request_gets_an_activity_that_nobody_reads()
    {
        await using var app = new AppFactory();

        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics");

        Assert.False(logger.IsEnabled(LogLevel.Critical));
    }
}
