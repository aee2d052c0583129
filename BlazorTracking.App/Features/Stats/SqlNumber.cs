using LinqToDB;
using LinqToDB.SqlQuery;

namespace BlazorTracking.Features.Stats;

/// <summary>Arithmetic that engines write differently.</summary>
internal static class SqlNumber
{
    /// <summary>How many times the divisor goes into a number that is not negative. In queries only.</summary>
    /// <remarks>The slash of DuckDB and ClickHouse makes a fraction of two whole numbers.</remarks>
    [Sql.Expression("{0} / {1}", ServerSideOnly = true, Precedence = Precedence.Multiplicative, IsNullable = Sql.IsNullableType.NotNullable)]
    [Sql.Expression(ProviderName.DuckDB, "{0} // {1}", ServerSideOnly = true, Precedence = Precedence.Multiplicative, IsNullable = Sql.IsNullableType.NotNullable)]
    [Sql.Expression(ProviderName.ClickHouse, "intDiv({0}, {1})", ServerSideOnly = true, IsNullable = Sql.IsNullableType.NotNullable)]
    public static long Quotient(long number, long divisor) => throw new NotSupportedException("In queries only.");
}
