using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace BlazorTracking.Benchmarks;

/// <summary>What the beacon is compared to: the same server with a plain controller that answers 204 and does nothing.</summary>
internal static class EmptyServer
{
    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers().ConfigureApplicationPartManager(parts =>
        {
            // Not the controllers of the measured program, which this project refers to.
            parts.ApplicationParts.Clear();
            parts.ApplicationParts.Add(new AssemblyPart(typeof(EmptyController).Assembly));
        });
        await using var app = builder.Build();
        app.MapControllers();
        await app.RunAsync();
    }
}

/// <summary>Answers the beacon's routes with an empty 204.</summary>
public sealed class EmptyController : ControllerBase
{
    [HttpGet("sites/{id:int}/visit")]
    [HttpPost("sites/{id:int}/visit")]
    public IActionResult Visit() => NoContent();
}
