using BlazorTracking.Features.Commands.Formats;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Import.Hits;

/// <summary>A visit as another program recorded it, which does not know yet of its session.</summary>
/// <param name="File">The file that holds it.</param>
/// <param name="Line">Where in it.</param>
/// <param name="Visit">Lacks its session and its contributions.</param>
/// <param name="VisitorIdOfYesterday">The visitor under the salt of the day before.</param>
internal readonly record struct Hit(string File, long Line, Visit Visit, long VisitorIdOfYesterday);

/// <summary>What became of a line: a hit, or the reason why there is none.</summary>
internal readonly record struct HitLine(Hit? Hit, ImportLine Refusal)
{
    public static HitLine Of(Hit hit) => new(hit, default);

    public static HitLine Invalid(string file, long line, string reason) => new(null, ImportLine.Invalid(file, line, reason));

    public static HitLine NotCounted(string file, long line, string reason) => new(null, ImportLine.NotCounted(file, line, reason));
}

/// <summary>Reads hits from files of another program, in any order of time.</summary>
internal interface IHitReader
{
    IAsyncEnumerable<HitLine> ReadAsync(IReadOnlyList<ImportFile> files, CancellationToken cancellationToken);
}
