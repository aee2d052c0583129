using BlazorTracking.Features.Stats;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using FsCheck;
using FsCheck.Fluent;
using LinqToDB.Async;

namespace BlazorTracking.Tests.Features.Stats;

/// <summary>Every engine finds by a pattern what the pattern accepts in memory.</summary>
public abstract class TextPatternTests(TestDatabase database) : DatabaseTests(database)
{
    private static readonly string[] _letters = ["a", "b", "A", " ", "/", "ä", "🦊", "e\u0301", "%", "_", "[", "'", "."];

    private static Gen<string> Text { get; } = Gen.ArrayOf(Gen.Elements(_letters)).Resize(7).Select(string.Concat);

    private static Arbitrary<string> Patterns { get; } = Arb.From(
        from begin in Gen.Elements("/", "", "*")
        from text in Gen.ArrayOf(Gen.Frequency((3, Gen.Elements(_letters)), (2, Gen.Constant("*")))).Resize(8).Select(string.Concat)
        where TextPattern.IsValid(begin + text)
        select begin + text);

    [SkippableFact]
    public async Task What_random_patterns_find_is_what_they_accept()
    {
        var siteId = Database.NextSiteId();
        List<string> paths = [.. Text.Sample(300, 7).Select(text => $"/{text}".TrimEnd(' ')).Distinct()];
        await StoreAsync(siteId, paths);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Patterns, pattern => Assert.Equal(
            paths.Where(path => TextPattern.Accepts(pattern, path)).Order(StringComparer.Ordinal),
            FindAsync(siteId, pattern).GetAwaiter().GetResult())));
    }

    [SkippableTheory]
    [InlineData("/a *", "/a b|/a  b")]
    [InlineData("/a  *", "/a  b")]
    [InlineData("* b", "/a b|/a  b|/ b|/A b")]
    [InlineData("*a *b", "/a b|/a  b")]
    [InlineData("*  *", "/a  b")]
    [InlineData("* * *", "/a  b")]
    [InlineData("/a ", "")]
    [InlineData("/a* ", "")]
    [InlineData("/a*b*b", "")]
    [InlineData("/ä*🦊*ä", "/ä🦊bä")]
    [InlineData("*🦊bä", "/ä🦊bä")]
    public async Task Blanks_and_long_characters_count_as_what_they_are(string pattern, string found)
    {
        var siteId = Database.NextSiteId();
        await StoreAsync(siteId, ["/a", "/a b", "/a  b", "/ b", "/ä🦊bä", "/A b", "/ab"]);

        Assert.Equal(found.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), await FindAsync(siteId, pattern));
    }

    private Task StoreAsync(int siteId, IEnumerable<string> paths) =>
        Database.Visits.AppendAsync([.. paths.Select(path => SampleVisit.Of(siteId) with { Path = path })], default);

    private async Task<IEnumerable<string>> FindAsync(int siteId, string pattern)
    {
        var condition = Dimension.Page.Value().Then(TextPattern.Condition(pattern));
        var found = await Database.Visits.QueryAsync(
            (visits, cancellation) => visits.Where(visit => visit.SiteId == siteId).Where(TextShape.Of([pattern])).Where(condition).Select(visit => visit.Path).ToListAsync(cancellation), default);
        return found.Order(StringComparer.Ordinal);
    }
}

public sealed class SqliteTextPatternTests(SqliteDatabase database) : TextPatternTests(database), IClassFixture<SqliteDatabase>;

public sealed class DuckDbTextPatternTests(DuckDbDatabase database) : TextPatternTests(database), IClassFixture<DuckDbDatabase>;

public sealed class ClickHouseTextPatternTests(ClickHouseDatabase database) : TextPatternTests(database), IClassFixture<ClickHouseDatabase>;

public sealed class SqlServerTextPatternTests(SqlServerDatabase database) : TextPatternTests(database), IClassFixture<SqlServerDatabase>;
