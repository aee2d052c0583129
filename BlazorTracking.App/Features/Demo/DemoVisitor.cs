namespace BlazorTracking.Features.Demo;

/// <summary>A made-up person.</summary>
/// <param name="Key">Stands for address and user agent.</param>
/// <param name="Width">The screen's width in CSS pixels.</param>
/// <param name="Language">A BCP 47 tag.</param>
internal sealed record DemoVisitor(ulong Key, DemoAgent Agent, int Width, DemoPlace Place, string Language)
{
    /// <summary>The share of people whose browser speaks American English whatever their country.</summary>
    private const double EnglishShare = 0.12;

    public static DemoVisitor Draw(DemoSite site, Random random)
    {
        var agent = site.Agents.Draw(random).Draw(random);
        var place = DemoPlaces.In(site.Countries.Draw(random)).Draw(random);
        return new DemoVisitor(
            (ulong)random.NextInt64(long.MinValue, long.MaxValue),
            agent,
            agent.Widths[random.Next(agent.Widths.Length)],
            place,
            random.NextDouble() < EnglishShare ? "en-US" : place.Language);
    }

    /// <summary>
    /// Another number every day, as a real visitor's is under the day's salt. The mixing is SplitMix64's (Steele, Lea,
    /// Flood: "Fast Splittable Pseudorandom Number Generators", 2014).
    /// </summary>
    public long IdOn(DateOnly date)
    {
        var mixed = Key + ((ulong)date.DayNumber * 0x9E3779B97F4A7C15);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (long)((mixed ^ (mixed >> 31)) >> 16);
    }
}
