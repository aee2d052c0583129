using System.Globalization;
using BlazorTracking.Features.Commands.Formats;

namespace BlazorTracking.Features.Commands.Import;

/// <summary>What an import has read, and what it refused: every refused line is told as it comes, and counted by its reason.</summary>
/// <param name="refused">Told every refused line.</param>
internal sealed class ImportTally(Action<ImportLine> refused)
{
    private readonly Dictionary<string, long> _refused = new(StringComparer.Ordinal);

    public long Read { get; private set; }

    public long Imported { get; set; }

    /// <summary>Lines with which something is wrong.</summary>
    public long Invalid { get; private set; }

    public IReadOnlyDictionary<string, long> Refused => _refused;

    public void Count() => Read++;

    public void Refuse(ImportLine line)
    {
        _refused[line.Reason] = _refused.GetValueOrDefault(line.Reason) + 1;
        Invalid += line.IsInvalid ? 1 : 0;
        refused(line);
    }

    /// <summary>The totals, a line each.</summary>
    public IEnumerable<string> Lines() =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{Read,12:N0} read"),
        string.Create(CultureInfo.InvariantCulture, $"{Imported,12:N0} imported"),
        .. _refused.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Value,12:N0} refused: {entry.Key}")),
    ];
}
