using System.Runtime.CompilerServices;
using BlazorTracking.Features.Commands.Formats;

namespace BlazorTracking.Features.Commands.Import.Hits;

/// <summary>Hits in the order of time, in two temporary files: the visits, and beside them where each came from. The files go with this.</summary>
internal sealed class HitRun : IAsyncDisposable
{
    private const int BufferSize = 128 * 1024;
    private static readonly JsonlVisits _format = new();

    private readonly FileStream _visits;
    private readonly FileStream _origins;

    private HitRun(string directory) => (_visits, _origins) = (Create(directory), Create(directory));

    public static async Task<HitRun> WriteAsync(string directory, IEnumerable<Hit> hits, CancellationToken cancellationToken)
    {
        var run = new HitRun(directory);
        try
        {
            await using var writer = await _format.CreateAsync(run._visits, cancellationToken);
            await using var origins = new BinaryWriter(run._origins, System.Text.Encoding.UTF8, leaveOpen: true);
            foreach (var page in hits.Chunk(1000))
            {
                await writer.WriteAsync(Array.ConvertAll(page, hit => hit.Visit), cancellationToken);
                foreach (var hit in page)
                {
                    origins.Write(hit.File);
                    origins.Write(hit.Line);
                    origins.Write(hit.VisitorIdOfYesterday);
                }
            }

            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    public async IAsyncEnumerable<Hit> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _visits.Position = 0;
        _origins.Position = 0;
        using var origins = new BinaryReader(_origins, System.Text.Encoding.UTF8, leaveOpen: true);
        await foreach (var line in _format.ReadAsync(_visits.Name, _visits, cancellationToken))
        {
            yield return new Hit(origins.ReadString(), origins.ReadInt64(), line.Visit!, origins.ReadInt64());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _visits.DisposeAsync();
        await _origins.DisposeAsync();
    }

    private static FileStream Create(string directory) =>
        new(Path.Combine(directory, $"sorting-{Guid.NewGuid():N}.visits"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.DeleteOnClose);
}
