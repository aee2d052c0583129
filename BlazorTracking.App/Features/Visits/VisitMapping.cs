using LinqToDB.Mapping;

namespace BlazorTracking.Features.Visits;

/// <summary>How linq2db maps a visit in an engine that EF Core does not know.</summary>
internal static class VisitMapping
{
    /// <summary>The mapping itself; an engine adds what its types need.</summary>
    public static MappingSchema Create()
    {
        var schema = new MappingSchema(nameof(VisitMapping));
        var builder = new FluentMappingBuilder(schema);
        builder.HasAttribute<Visit>(new TableAttribute(VisitColumn.Table) { IsColumnAttributeRequired = true });
        foreach (var column in VisitColumn.All)
        {
            builder.HasAttribute(
                typeof(Visit).GetProperty(column.Name)!,
                new ColumnAttribute(column.Name) { CanBeNull = column.IsNullable, IsPrimaryKey = column.Name == nameof(Visit.Id) });
        }

        builder.Build();
        return schema;
    }
}
