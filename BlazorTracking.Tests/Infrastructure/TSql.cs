using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>Asks Microsoft's own T-SQL parser, at the level of SQL Server 2016, the oldest that the program writes for.</summary>
public static class TSql
{
    /// <exception cref="Xunit.Sdk.XunitException">The script does not parse; the message says where.</exception>
    public static void AssertParses(string script)
    {
        Assert.False(string.IsNullOrWhiteSpace(script), "There is no script.");
        using var reader = new StringReader(script);
        new TSql130Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        Assert.True(errors.Count == 0, $"{string.Join(Environment.NewLine, errors.Select(error => $"{error.Line}:{error.Column} {error.Message}"))}{Environment.NewLine}{script}");
    }
}
