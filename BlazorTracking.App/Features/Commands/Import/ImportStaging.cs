using System.Globalization;
using BlazorTracking.Features.Commands.Formats;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Import;

/// <summary>
/// A file in the data directory that holds the visits of one import until all of them are stored: the site's number,
/// a visit a line, and an end mark which says that storing may have begun. It is locked as long as its import runs, and
/// deleted at the import's end; one that is there and not locked belongs to an import that was killed.
/// </summary>
internal sealed class ImportStaging : IAsyncDisposable
{
    public const string Pattern = "import-*.visits";

    private const string EndMark = "stored from here on";
    private static readonly JsonlVisits _format = new();

    private readonly FileStream _file;
    private readonly IVisitFileWriter? _writer;

    private ImportStaging(FileStream file, int siteId, IVisitFileWriter? writer) => (_file, SiteId, _writer) = (file, siteId, writer);

    public int SiteId { get; }

    public long Count { get; private set; }

    /// <summary>Begins an import.</summary>
    public static async Task<ImportStaging> CreateAsync(string directory, int siteId, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, Pattern.Replace("*", Guid.NewGuid().ToString("N"), StringComparison.Ordinal));
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 128 * 1024);
        var staging = new ImportStaging(file, siteId, await _format.CreateAsync(file, cancellationToken));
        await staging.WriteLineAsync(siteId.ToString(CultureInfo.InvariantCulture));
        return staging;
    }

    /// <summary>Opens what a killed import left behind; null while its import runs, and where it had not begun to store.</summary>
    public static async Task<ImportStaging?> OpenAbandonedAsync(string path, CancellationToken cancellationToken)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 128 * 1024);
        }
        catch (IOException)
        {
            return null;
        }

        var (first, last) = ("", "");
        await foreach (var line in TextLines.ReadAsync(file, cancellationToken))
        {
            first = line.Number == 1 ? line.Text : first;
            last = line.Text;
        }

        var staging = new ImportStaging(file, int.TryParse(first, CultureInfo.InvariantCulture, out var siteId) ? siteId : 0, writer: null);
        if (last == EndMark)
        {
            return staging;
        }

        await staging.DisposeAsync();
        return null;
    }

    public async Task AddAsync(IReadOnlyList<Visit> visits, CancellationToken cancellationToken)
    {
        await _writer!.WriteAsync(visits, cancellationToken);
        Count += visits.Count;
    }

    /// <summary>Every visit is there, durably: from now on they may be stored.</summary>
    public async Task EndAsync()
    {
        await WriteLineAsync(EndMark);
        await _file.FlushAsync();
        _file.Flush(flushToDisk: true);
    }

    /// <summary>The visits in the order in which they were added.</summary>
    public async IAsyncEnumerable<Visit> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _file.Position = 0;
        await foreach (var line in _format.ReadAsync(_file.Name, _file, cancellationToken))
        {
            if (line.Visit is { } visit)
            {
                yield return visit;
            }
        }
    }

    /// <summary>Deletes the file: nothing is left to be done or undone.</summary>
    public async ValueTask DisposeAsync()
    {
        // Emptied while it is still locked: from then on nobody takes it for one that was left behind.
        _file.SetLength(0);
        await _file.DisposeAsync();
        File.Delete(_file.Name);
    }

    /// <summary>Leaves the file to be found by <see cref="AbandonedImports"/>.</summary>
    public ValueTask AbandonAsync() => _file.DisposeAsync();

    private async Task WriteLineAsync(string text) => await _file.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"{text}\n"));
}
