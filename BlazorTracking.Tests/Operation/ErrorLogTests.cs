using System.Diagnostics;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
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
        var watch = new ActivityWatch();
        await using var app = new AppFactory();
        await using var watched = app.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(watch)));
        using var client = watched.CreateClient();

        using var response = await client.GetAsync("/health/live");

        Assert.Equal(1, watch.Requests);
        Assert.Equal(0, watch.Activities);
    }

    private sealed class ActivityWatch : IStartupFilter
    {
        public int Requests { get; private set; }

        public int Activities { get; private set; }

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => pipeline =>
        {
            pipeline.Use((_, following) =>
            {
                Requests++;
                Activities += Activity.Current is null ? 0 : 1;
                return following();
            });
            next(pipeline);
        };
    }
}
