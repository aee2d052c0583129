using System.Globalization;
using BlazorTracking.Operation;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;

namespace BlazorTracking.Features.Beacons;

/// <summary>
/// Where visits come in, from any origin. 204 means that the visit is stored durably; every other answer says why not,
/// as <c>{"errors":{field:[…]}}</c> and in the header <see cref="RefusalHeader"/>.
/// </summary>
[ApiExplorerSettings(IgnoreApi = true)]
[EnableCors(BeaconsFeature.CorsPolicy)]
[IgnoreAntiforgeryToken]
[RequestLogLevel(LogLevel.Debug)]
public sealed class BeaconController(BeaconIntake intake) : ControllerBase
{
    public const string RefusalHeader = "X-Beacon-Refused";

    [HttpGet("sites/{id:int}/visit")]
    [HttpPost("sites/{id:int}/visit")]
    public async Task<IActionResult> Visit()
    {
        // Not a parameter: model binding would read the whole form first, whatever its size.
        var id = int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        Response.Headers.CacheControl = "no-store";
        AnswerHeaders.Set(Response.Headers);
        Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";

        var outcome = await intake.ReceiveAsync(id, HttpContext);
        if (outcome.Refusal is not { } reason)
        {
            return NoContent();
        }

        Response.Headers[RefusalHeader] = NameOf(reason);
        if (outcome.RetryAfter is { } retryAfter)
        {
            Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        return StatusCode(StatusOf(reason), outcome.Errors);
    }

    private static int StatusOf(RefusalReason reason) => reason switch
    {
        RefusalReason.UnknownSite => StatusCodes.Status404NotFound,
        RefusalReason.Bot => StatusCodes.Status403Forbidden,
        RefusalReason.RateLimit => StatusCodes.Status429TooManyRequests,
        RefusalReason.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalReason.OverCapacity => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };

    private static string NameOf(RefusalReason reason) => reason switch
    {
        RefusalReason.UnknownSite => "unknown-site",
        RefusalReason.Bot => "bot",
        RefusalReason.RateLimit => "rate-limit",
        RefusalReason.TooLarge => "too-large",
        RefusalReason.OverCapacity => "over-capacity",
        _ => "bad-request",
    };
}
