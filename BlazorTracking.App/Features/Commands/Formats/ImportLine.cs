using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Formats;

/// <summary>What became of one line, or row, of a file that is imported.</summary>
/// <param name="File">The file's name as it was given.</param>
/// <param name="Number">From 1.</param>
/// <param name="Visit">The visit that it holds, not yet checked; null where it holds none.</param>
/// <param name="Reason">Why there is none.</param>
/// <param name="IsInvalid">Whether something is wrong with it, other than that it is nothing to be counted.</param>
internal readonly record struct ImportLine(string File, long Number, Visit? Visit, string Reason, bool IsInvalid)
{
    public static ImportLine Of(string file, long number, Visit visit) => new(file, number, visit, "", IsInvalid: false);

    public static ImportLine Invalid(string file, long number, string reason) => new(file, number, null, reason, IsInvalid: true);

    public static ImportLine NotCounted(string file, long number, string reason) => new(file, number, null, reason, IsInvalid: false);
}
