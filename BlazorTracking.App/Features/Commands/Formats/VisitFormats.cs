namespace BlazorTracking.Features.Commands.Formats;

/// <summary>The formats of visits by the names that the commands take.</summary>
internal static class VisitFormats
{
    public static IReadOnlyDictionary<string, IVisitFormat> ByName { get; } = new Dictionary<string, IVisitFormat>(StringComparer.Ordinal)
    {
        ["csv"] = new CsvVisits(),
        ["jsonl"] = new JsonlVisits(),
        ["parquet"] = new ParquetVisits(),
    };
}
