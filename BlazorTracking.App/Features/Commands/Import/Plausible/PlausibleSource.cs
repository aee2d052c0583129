using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using BlazorTracking.Features.Commands.Formats;
using BlazorTracking.Features.Commands.Import.Hits;
using BlazorTracking.Features.Sites;

namespace BlazorTracking.Features.Commands.Import.Plausible;

/// <summary>
/// Plausible's export, as its zip or its CSV files. It holds totals by day, not visits: visits are made up that come to
/// the same totals. docs/commands.md says what of them is true and what is not.
/// </summary>
internal sealed class PlausibleSource(TrackedSite site) : IVisitSource
{
    private readonly SortedDictionary<DateOnly, PlausibleDay> _days = [];

    public async IAsyncEnumerable<ImportLine> ReadAsync(IReadOnlyList<ImportFile> files, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            await foreach (var refusal in ReadFileAsync(file, cancellationToken))
            {
                yield return refusal;
            }
        }

        if (!_days.Values.Any(day => day.Origin.File is not null))
        {
            throw new CommandException("The files hold no totals: imported_visitors_….csv is missing, without which nothing can be imported.");
        }

        foreach (var day in _days.Values.Where(day => day.Origin.File is not null))
        {
            foreach (var line in new PlausibleDayVisits(site, day).Make())
            {
                yield return line;
            }
        }
    }

    private async IAsyncEnumerable<ImportLine> ReadFileAsync(ImportFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = file.Open();
        if (!file.Path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            await foreach (var refusal in ReadTableAsync(file.Path, Path.GetFileName(file.Path), stream, cancellationToken))
            {
                yield return refusal;
            }

            yield break;
        }

        await using var zip = await OpenAsync(file.Path, stream, cancellationToken);
        foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)))
        {
            await using var table = await entry.OpenAsync(cancellationToken);
            await foreach (var refusal in ReadTableAsync($"{file.Path}/{entry.FullName}", entry.Name, table, cancellationToken))
            {
                yield return refusal;
            }
        }
    }

    private async IAsyncEnumerable<ImportLine> ReadTableAsync(string file, string name, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (PlausibleTable.Of(name) is not { } table)
        {
            yield return ImportLine.NotCounted(file, 1, "file of no report that is read");
            yield break;
        }

        await foreach (var row in CsvTable.ReadAsync(file, stream, ["date", .. table.Columns], cancellationToken))
        {
            if (row.Problem is { } problem)
            {
                yield return ImportLine.Invalid(file, row.Line, problem);
            }
            else if (!DateOnly.TryParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                yield return ImportLine.Invalid(file, row.Line, "date must be a date such as 2026-03-02.");
            }
            else if (table.ErrorOf(row) is { } error)
            {
                yield return ImportLine.Invalid(file, row.Line, error);
            }
            else
            {
                table.Add(DayOf(date), row, site.Host);
            }
        }
    }

    private PlausibleDay DayOf(DateOnly date) => _days.TryGetValue(date, out var day) ? day : _days[date] = new PlausibleDay(date);

    private static async Task<ZipArchive> OpenAsync(string path, Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            return await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            throw new CommandException($"{path} is not a zip: {exception.Message}", exception);
        }
    }
}
