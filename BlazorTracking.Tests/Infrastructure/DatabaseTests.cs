namespace BlazorTracking.Tests.Infrastructure;

/// <summary>Tests that run on every configured provider or engine; see <see cref="TestDatabase"/>. Facts are <c>[SkippableFact]</c>.</summary>
public abstract class DatabaseTests
{
    protected DatabaseTests(TestDatabase database)
    {
        Skip.If(database.SkipReason is not null, database.SkipReason);
        Database = database;
    }

    protected TestDatabase Database { get; }
}
