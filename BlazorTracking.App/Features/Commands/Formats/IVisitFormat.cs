using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Formats;

/// <summary>A file format that holds every column of visits, so that an import gives the same visits that were exported.</summary>
internal interface IVisitFormat
{
    /// <summary>Begins a file. What is written is in the stream when the writer is disposed of; the stream stays open.</summary>
    Task<IVisitFileWriter> CreateAsync(Stream stream, CancellationToken cancellationToken);

    /// <param name="file">Its name, for the lines.</param>
    /// <param name="stream">From its beginning.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<ImportLine> ReadAsync(string file, Stream stream, CancellationToken cancellationToken);
}

/// <summary>A file that is being written.</summary>
internal interface IVisitFileWriter : IAsyncDisposable
{
    Task WriteAsync(IReadOnlyList<Visit> visits, CancellationToken cancellationToken);
}
