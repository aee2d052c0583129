using BlazorTracking.Data;
using BlazorTracking.Features.Commands.Formats;
using BlazorTracking.Features.Commands.Import.Hits;
using BlazorTracking.Features.Commands.Import.Matomo;
using BlazorTracking.Features.Commands.Import.Plausible;
using BlazorTracking.Features.Commands.Import.Umami;
using BlazorTracking.Features.Commands.Import.WebLog;
using BlazorTracking.Features.Sites;

namespace BlazorTracking.Features.Commands.Import;

/// <summary>What can be imported, by the names that the command takes: the program's own formats, and what others export.</summary>
internal static class ImportSources
{
    private static readonly Dictionary<string, Func<IServiceProvider, TrackedSite, IVisitSource>> _foreign = new(StringComparer.Ordinal)
    {
        ["access-log"] = Sessions<WebLogReader>,
        ["matomo"] = Sessions<MatomoReader>,
        ["plausible"] = (_, site) => new PlausibleSource(site),
        ["umami"] = Sessions<UmamiReader>,
    };

    public static string[] Names { get; } = [.. VisitFormats.ByName.Keys, .. _foreign.Keys];

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="services">The program's.</param>
    /// <param name="site">Whose visits they become.</param>
    public static IVisitSource Create(string name, IServiceProvider services, Site site) => VisitFormats.ByName.TryGetValue(name, out var own)
        ? new VisitFileSource(own)
        : _foreign[name](services, TrackedSite.Of(site));

    private static SessionSource Sessions<TReader>(IServiceProvider services, TrackedSite site)
        where TReader : IHitReader
    {
        var reader = ActivatorUtilities.CreateInstance<TReader>(services, new HitMaker(site));
        return new SessionSource(reader, services.GetRequiredService<DataDirectory>().PathOf(""));
    }
}
