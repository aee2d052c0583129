using BlazorTracking.Data;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Tests.Data;

public sealed class ModelTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void The_migrations_say_what_the_model_says(DatabaseProvider provider)
    {
        using var context = OfflineContext.Create(provider);

        Assert.False(context.Database.HasPendingModelChanges(), $"The model of {provider} has changed: run ./add-migration.sh NameOfTheChange.");
    }

    [Fact]
    public void Both_providers_have_migrations_of_the_same_names()
    {
        Assert.Equal(Names(DatabaseProvider.Sqlite), Names(DatabaseProvider.SqlServer));

        static IEnumerable<string> Names(DatabaseProvider provider)
        {
            using var context = OfflineContext.Create(provider);
            return [.. context.Database.GetMigrations().Select(migration => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..])];
        }
    }
}
