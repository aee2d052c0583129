using System.Data.Common;
using LinqToDB.Interceptors;

namespace BlazorTracking.Features.Visits.ClickHouse;

/// <summary>
/// Makes a lightweight deletion of the one that linq2db writes (<c>ALTER TABLE … DELETE WHERE …</c>), which would write
/// every part anew in the background.
/// </summary>
internal sealed class ClickHouseDeletion(ClickHouseSchema schema) : CommandInterceptor
{
    private const string Before = "DELETE WHERE";

    /// <exception cref="InvalidOperationException">The command is no deletion.</exception>
    public override DbCommand CommandInitialized(CommandEventData eventData, DbCommand command)
    {
        var at = command.CommandText.IndexOf(Before, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new InvalidOperationException("The command is no deletion with a condition.");
        }

        command.CommandText = schema.Delete(command.CommandText[(at + Before.Length)..].Trim());
        return command;
    }
}
