using System.Collections.Frozen;
using System.Text.Json;
using BlazorTracking.Operation;

namespace BlazorTracking.Features.Visitors.Referrals;

/// <summary>
/// The sources that are known by name: from sources.json, by host (which stands for its subdomains too, unless they have
/// an entry of their own), by Android package, and by the tags that people put into <c>utm_source</c>.
/// </summary>
internal static class SourceTable
{
    public const string Resource = "sources.json";

    /// <summary>An entry that ends so stands for a host under every country's domain.</summary>
    private const string AnyCountry = ".*";

    private static readonly FrozenDictionary<string, TrafficSource> _entries = Load();

    public static int Count => _entries.Count;

    /// <param name="host">Lower case, without <c>www.</c></param>
    public static TrafficSource? ByHost(string host)
    {
        for (var rest = host; rest.Contains('.', StringComparison.Ordinal); rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (_entries.TryGetValue(rest, out var source) || _entries.TryGetValue(WithoutCountry(rest), out source))
            {
                return source;
            }
        }

        return null;
    }

    /// <param name="tag">A <c>utm_source</c>: a name, a word or a host, in any case.</param>
    public static TrafficSource? ByTag(string tag)
    {
        var word = tag.ToLowerInvariant();
        return _entries.TryGetValue(word, out var source) ? source : ByHost(WithoutWww(word));
    }

    public static string WithoutWww(string host) =>
        host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    // google.de, google.co.uk and google.com.br are google.*; google.example.com is not.
    private static string WithoutCountry(string host)
    {
        var labels = host.Split('.');
        var isCountrys = labels switch
        {
            [_, { Length: 2 } or "com" or "org" or "net" or "cat"] => true,
            [_, "co" or "com" or "org" or "net", { Length: 2 }] => true,
            _ => false,
        };
        return isCountrys ? labels[0] + AnyCountry : "";
    }

    private static FrozenDictionary<string, TrafficSource> Load()
    {
        using var stream = EmbeddedFile.Open(Resource);
        var kinds = JsonSerializer.Deserialize<Dictionary<SourceKind, Dictionary<string, string[]>>>(stream)!;
        var sources = kinds.SelectMany(kind => kind.Value.Select(entry => (Source: new TrafficSource(entry.Key, kind.Key), Keys: entry.Value))).ToList();
        var entries = new Dictionary<string, TrafficSource>(StringComparer.Ordinal);
        foreach (var (source, keys) in sources)
        {
            foreach (var key in keys)
            {
                entries.Add(key, source);
            }
        }

        foreach (var (source, _) in sources)
        {
            entries.TryAdd(source.Name.ToLowerInvariant(), source);
        }

        return entries.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
