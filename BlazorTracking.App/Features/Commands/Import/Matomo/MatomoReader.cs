using System.Runtime.CompilerServices;
using System.Text.Json;
using BlazorTracking.Features.Commands.Import.Hits;

namespace BlazorTracking.Features.Commands.Import.Matomo;

/// <summary>
/// What Matomo's reporting API gives for <c>Live.getLastVisitsDetails</c> in JSON: an array of visits, each with its
/// actions. A visit is told by its place in the array, from 1. developer.matomo.org/api-reference/reporting-api
/// </summary>
internal sealed class MatomoReader(HitMaker hits) : IHitReader
{
    public async IAsyncEnumerable<HitLine> ReadAsync(IReadOnlyList<ImportFile> files, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            await using var stream = file.Open();
            var number = 0L;
            await foreach (var visit in ElementsAsync(file.Path, stream, cancellationToken))
            {
                number++;
                foreach (var line in Read(file.Path, number, visit))
                {
                    yield return line;
                }
            }
        }
    }

    private IEnumerable<HitLine> Read(string file, long number, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return [HitLine.Invalid(file, number, "A visit must be a JSON object.")];
        }

        var visit = new MatomoVisit(element);
        if (visit.Problem is { } problem)
        {
            return [HitLine.Invalid(file, number, problem)];
        }

        return visit.Actions.Select((action, index) => action switch
        {
            { Problem: { } wrong } => HitLine.Invalid(file, number, wrong),
            { Reason: { } reason } => HitLine.NotCounted(file, number, reason),
            _ => HitLine.Of(hits.Make(file, number, visit.Make(action, hits.Site.Host), $"matomo/{visit.Id}/{index}", visit.Address, visit.Visitor)),
        });
    }

    // Read element by element: an export may be larger than the memory.
    private static async IAsyncEnumerable<JsonElement> ElementsAsync(string file, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var elements = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await elements.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (JsonException exception)
            {
                throw new CommandException($"{file}:{exception.LineNumber + 1}: The file is not a JSON array of visits.", exception);
            }

            yield return elements.Current;
        }
    }
}
