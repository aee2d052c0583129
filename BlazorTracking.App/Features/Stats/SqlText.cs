using LinqToDB;

namespace BlazorTracking.Features.Stats;

/// <summary>What linq2db has no translation for that is the same on every engine.</summary>
internal static class SqlText
{
    /// <summary>How many characters a text has, as the engine counts them: also of a text that the query brings, of which linq2db would count .NET's. In queries only.</summary>
    /// <remarks>SQL Server leaves blanks at the end out.</remarks>
    [Sql.Expression("LENGTH({0})", ServerSideOnly = true, IsNullable = Sql.IsNullableType.NotNullable)]
    [Sql.Expression(ProviderName.SqlServer, "LEN({0})", ServerSideOnly = true, IsNullable = Sql.IsNullableType.NotNullable)]
    [Sql.Expression(ProviderName.ClickHouse, "CHAR_LENGTH({0})", ServerSideOnly = true, IsNullable = Sql.IsNullableType.NotNullable)]
    public static int Length(string text) => throw new NotSupportedException("In queries only.");

    /// <summary>The part of a text from a character on, counted from 1 as by <see cref="Sql.CharIndex(string?, string?)"/>; where the text is shorter, what there is. In queries only.</summary>
    /// <remarks>ClickHouse's SUBSTRING counts bytes where its other functions count characters.</remarks>
    [Sql.Expression("SUBSTR({0}, {1}, {2})", ServerSideOnly = true, IsNullable = Sql.IsNullableType.NotNullable)]
    [Sql.Expression(ProviderName.SqlServer, "SUBSTRING({0}, {1}, {2})", ServerSideOnly = true, IsNullable = Sql.IsNullableType.NotNullable)]
    [Sql.Expression(ProviderName.ClickHouse, "substringUTF8({0}, {1}, {2})", ServerSideOnly = true, IsNullable = Sql.IsNullableType.NotNullable)]
    public static string Part(string text, int? from, int length) => throw new NotSupportedException("In queries only.");
}
