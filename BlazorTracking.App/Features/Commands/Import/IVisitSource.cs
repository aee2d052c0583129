using BlazorTracking.Features.Commands.Formats;

namespace BlazorTracking.Features.Commands.Import;

/// <summary>Reads visits of one import from its files, whatever they are made of. Used once.</summary>
internal interface IVisitSource
{
    IAsyncEnumerable<ImportLine> ReadAsync(IReadOnlyList<ImportFile> files, CancellationToken cancellationToken);
}
