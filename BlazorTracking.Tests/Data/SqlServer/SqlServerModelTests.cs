using BlazorTracking.Data;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BlazorTracking.Tests.Data.SqlServer;

/// <summary>What SQL Server would refuse, asked of the model, so that no server is needed to see it.</summary>
public sealed class SqlServerModelTests : IDisposable
{
    private readonly TrackingDbContext _context = OfflineContext.Create(DatabaseProvider.SqlServer);

    private IReadOnlyList<IEntityType> Entities => [.. _context.GetService<IDesignTimeModel>().Model.GetEntityTypes()];

    [Fact]
    public void No_key_is_wider_than_the_server_allows()
    {
        // 900 bytes for a clustered index, 1 700 for any other (Microsoft Learn: "Maximum capacity specifications for SQL Server").
        var wide =
            from entity in Entities
            from key in Keys(entity)
            let bytes = key.Columns.Sum(Bytes)
            where bytes > (key.IsClustered ? 900 : 1700)
            select $"{key.Name}: {bytes} bytes";

        Assert.Empty(wide);
    }

    [Fact]
    public void No_row_is_reached_by_two_cascades()
    {
        // Error 1785: deleting a row may reach a table by one path only, and never its own.
        var twice =
            from entity in Entities
            from reached in Reached(entity).GroupBy(name => name, StringComparer.Ordinal)
            where reached.Count() > 1 || reached.Key == entity.Name
            select $"{entity.Name} reaches {reached.Key} {reached.Count()} times";

        Assert.Empty(twice);
    }

    [Fact]
    public void Texts_of_visits_are_compared_ordinally()
    {
        var visits = Entities.Single(entity => entity.ClrType == typeof(BlazorTracking.Features.Visits.Visit));

        Assert.All(
            visits.GetProperties().Where(property => property.ClrType == typeof(string)),
            text => Assert.Equal("Latin1_General_BIN2", text.GetCollation()));
    }

    [Fact]
    public void A_row_of_visits_has_no_column_out_of_row_by_type()
    {
        var visits = Entities.Single(entity => entity.ClrType == typeof(BlazorTracking.Features.Visits.Visit));

        Assert.DoesNotContain(visits.GetProperties(), property => property.GetColumnType().Contains("max", StringComparison.Ordinal));
    }

    public void Dispose() => _context.Dispose();

    private static IEnumerable<(string Name, bool IsClustered, IReadOnlyList<IProperty> Columns)> Keys(IEntityType entity)
    {
        foreach (var key in entity.GetKeys())
        {
            yield return (key.GetName()!, key.IsClustered() ?? (key.IsPrimaryKey() && !entity.GetIndexes().Any(index => index.IsClustered() == true)), key.Properties);
        }

        foreach (var index in entity.GetIndexes())
        {
            yield return (index.GetDatabaseName()!, index.IsClustered() ?? false, index.Properties);
        }
    }

    private static int Bytes(IProperty property)
    {
        var type = property.GetColumnType();
        return type switch
        {
            "int" => 4,
            "bigint" or "float" => 8,
            "bit" => 1,
            "date" => 3,
            "datetimeoffset" => 10,
            "uniqueidentifier" => 16,
            _ when type.StartsWith("nvarchar(", StringComparison.Ordinal) && int.TryParse(type[9..^1], out var characters) => 2 * characters,
            _ when type.StartsWith("varbinary(", StringComparison.Ordinal) && int.TryParse(type[10..^1], out var bytes) => bytes,
            _ => throw new NotSupportedException($"{property.DeclaringType.DisplayName()}.{property.Name} is {type}: it cannot be part of a key, or its size must be written down here."),
        };
    }

    private static IEnumerable<string> Reached(IEntityType entity) =>
        entity.GetReferencingForeignKeys()
            .Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull)
            .SelectMany(key => key.DeclaringEntityType == entity ? [entity.Name] : Reached(key.DeclaringEntityType).Prepend(key.DeclaringEntityType.Name));
}
