using System.Runtime.CompilerServices;
using BlazorTracking.Features.Commands.Formats;

namespace BlazorTracking.Features.Commands.Import;

/// <summary>Files of the program's own formats, one after another.</summary>
internal sealed class VisitFileSource(IVisitFormat format) : IVisitSource
{
    public async IAsyncEnumerable<ImportLine> ReadAsync(IReadOnlyList<ImportFile> files, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            await using var stream = file.Open();
            await foreach (var line in format.ReadAsync(file.Path, stream, cancellationToken))
            {
                yield return line;
            }
        }
    }
}
