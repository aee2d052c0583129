using BlazorTracking.Operation;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BlazorTracking.Features.Visitors.Agents;

/// <summary>
/// The patterns of https://github.com/ua-parser/uap-core for browsers and operating systems, in the order in which they
/// are to be tried. Its third list, of device models, is not read: <see cref="DeviceClass"/> needs no model.
/// </summary>
internal sealed class AgentPatterns
{
    public const string Resource = "uap-core/regexes.yaml";

    private const string BrowserSection = "user_agent_parsers";
    private const string SystemSection = "os_parsers";

    /// <summary>Browsers that uap-core does not know and would take for the one that they are built on.</summary>
    private static readonly AgentPattern[] _supplement =
    [
        new(@"(HuaweiBrowser)/(\d+)\.(\d+)", "Huawei Browser", null, null),
        new(@"(HeyTapBrowser)/(\d+)\.(\d+)", "HeyTap Browser", null, null),
        new(@"(VivoBrowser)/(\d+)\.(\d+)", "Vivo Browser", null, null),
        new(@"(Quark)/(\d+)\.(\d+)", null, null, null),
        new(@"(Ddg)/(\d+)\.(\d+)", "DuckDuckGo", null, null),
        new(@"(LinkedInApp)(?:/(\d+)\.(\d+))?", "LinkedIn", null, null),
        new(@"(musical_ly|BytedanceWebview|trill)_?(?:/(\d+)\.(\d+))?", "TikTok", "", ""),
    ];

    private readonly IReadOnlyList<AgentPattern> _browsers;
    private readonly IReadOnlyList<AgentPattern> _systems;

    private AgentPatterns(IReadOnlyList<AgentPattern> browsers, IReadOnlyList<AgentPattern> systems) =>
        (_browsers, _systems) = (browsers, systems);

    public AgentMatch? Browser(string userAgent) => First(_browsers, userAgent);

    public AgentMatch? OperatingSystem(string userAgent) => First(_systems, userAgent);

    public static AgentPatterns Load()
    {
        using var text = new StreamReader(EmbeddedFile.Open(Resource));
        var sections = Read(new Parser(text));
        return new AgentPatterns([.. _supplement, .. sections[BrowserSection]], sections[SystemSection]);
    }

    private static AgentMatch? First(IReadOnlyList<AgentPattern> patterns, string userAgent)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Match(userAgent) is { } match)
            {
                return match;
            }
        }

        return null;
    }

    // Stops as soon as both lists are there: the third is the longest.
    private static Dictionary<string, IReadOnlyList<AgentPattern>> Read(Parser yaml)
    {
        var sections = new Dictionary<string, IReadOnlyList<AgentPattern>>(StringComparer.Ordinal);
        yaml.Consume<StreamStart>();
        yaml.Consume<DocumentStart>();
        yaml.Consume<MappingStart>();
        while (sections.Count < 2 && yaml.TryConsume<Scalar>(out var section))
        {
            if (section.Value is BrowserSection or SystemSection)
            {
                sections.Add(section.Value, ReadList(yaml, section.Value == BrowserSection ? "" : "os_"));
            }
            else
            {
                yaml.SkipThisAndNestedEvents();
            }
        }

        return sections;
    }

    private static List<AgentPattern> ReadList(Parser yaml, string prefix)
    {
        var patterns = new List<AgentPattern>();
        yaml.Consume<SequenceStart>();
        while (!yaml.TryConsume<SequenceEnd>(out _))
        {
            var entry = ReadEntry(yaml);
            patterns.Add(new AgentPattern(
                entry["regex"],
                entry.GetValueOrDefault(prefix is "" ? "family_replacement" : $"{prefix}replacement"),
                entry.GetValueOrDefault($"{prefix}v1_replacement"),
                entry.GetValueOrDefault($"{prefix}v2_replacement")));
        }

        // One expression needs no word and would run on every agent, for three times the cost of all others together. It is
        // for spiders, which are refused before their browser is asked for.
        patterns.RemoveAll(pattern => !pattern.IsFiltered);
        return patterns;
    }

    private static Dictionary<string, string> ReadEntry(Parser yaml)
    {
        var entry = new Dictionary<string, string>(StringComparer.Ordinal);
        yaml.Consume<MappingStart>();
        while (!yaml.TryConsume<MappingEnd>(out _))
        {
            entry[yaml.Consume<Scalar>().Value] = yaml.Consume<Scalar>().Value;
        }

        return entry;
    }
}
