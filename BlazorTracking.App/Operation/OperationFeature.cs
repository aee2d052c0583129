using Microsoft.Extensions.Options;

namespace BlazorTracking.Operation;

/// <summary>What those need who run the program: settings that are checked, health, a log of requests and one of errors.</summary>
public static class OperationFeature
{
    public static void AddOperation(this WebApplicationBuilder builder)
    {
        builder.AddErrorLog();
        builder.Services.AddHealth();
    }

    /// <summary>Checks every setting before anything is done with one.</summary>
    /// <exception cref="OptionsValidationException">One is wrong; <see cref="StartFailure.Explain"/> says it in a sentence.</exception>
    public static void CheckSettings(this WebApplication app) =>
        app.Services.GetRequiredService<IStartupValidator>().Validate();

    /// <summary>To stand before all that answers.</summary>
    public static void UseOperation(this WebApplication app) => app.UseMiddleware<RequestLog>();

    public static void MapOperation(this WebApplication app) => app.MapHealth();
}
