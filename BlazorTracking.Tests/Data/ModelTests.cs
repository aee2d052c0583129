using BlazorTracking.Data;
using BlazorTracking.Features.Visits;
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

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void The_visits_of_a_site_are_found_by_an_index(DatabaseProvider provider)
    {
        using var context = OfflineContext.Create(provider);

        Assert.Contains(
            context.Model.FindEntityType(typeof(Visit))!.GetIndexes(),
            index => index.Properties[0].Name == nameof(Visit.SiteId) && index.Properties[1].Name == nameof(Visit.OccurredAt));
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
