using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BlazorTracking.Features.Visits.Database;

/// <summary>
/// The insert of one visit, prepared once, on SQLite's own interface. A command of ADO.NET looks every parameter up by
/// its name and binds all of them for each row, which costs more than SQLite's part of the insert; here a value that is
/// the same as the row's before it stays bound, as most empty texts do.
/// </summary>
internal sealed class SqliteVisitInsert : IDisposable
{
    private static readonly VisitColumn[] _columns = [.. VisitColumn.All];

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly object?[] _bound = new object?[_columns.Length];
    private byte[] _utf8 = new byte[256];

    /// <param name="connection">Open, and open for as long as this is used.</param>
    /// <exception cref="SqliteException">There is no such table.</exception>
    public SqliteVisitInsert(SqliteConnection connection)
    {
        _database = connection.Handle!;
        var names = string.Join(", ", _columns.Select(column => $"\"{column.Name}\""));
        var places = string.Join(", ", _columns.Select(_ => "?"));
        Check(raw.sqlite3_prepare_v2(_database, $"INSERT INTO \"Visits\" ({names}) VALUES ({places})", out _statement));
    }

    /// <summary>Inserts the visit, in the connection's transaction.</summary>
    /// <exception cref="SqliteException">It was not inserted.</exception>
    public void Execute(Visit visit)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            var value = _columns[i].Read(visit);
            if (!Equals(value, _bound[i]))
            {
                // Null first: if the binding fails, what is bound is not known.
                _bound[i] = null;
                Check(Bind(i + 1, value));
                _bound[i] = value;
            }
        }

        var result = raw.sqlite3_step(_statement);
        var failure = result == raw.SQLITE_DONE ? null : Failure(result);
        raw.sqlite3_reset(_statement);
        if (failure is not null)
        {
            throw failure;
        }
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int place, object? value)
    {
        switch (value)
        {
            case null:
                return raw.sqlite3_bind_null(_statement, place);
            case string text:
                return raw.sqlite3_bind_text(_statement, place, Encode(text));
            case int number:
                return raw.sqlite3_bind_int(_statement, place, number);
            case long number:
                return raw.sqlite3_bind_int64(_statement, place, number);
            case double number:
                return raw.sqlite3_bind_double(_statement, place, number);
            case Guid id:
                Span<byte> bytes = stackalloc byte[16];
                id.TryWriteBytes(bytes, bigEndian: true, out _);
                return raw.sqlite3_bind_blob(_statement, place, bytes);
            default:
                throw new NotSupportedException($"SQLite has no type for {value.GetType()}.");
        }
    }

    private ReadOnlySpan<byte> Encode(string text)
    {
        var maximum = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_utf8.Length < maximum)
        {
            _utf8 = new byte[maximum];
        }

        return _utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8));
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw Failure(result);
        }
    }

    private SqliteException Failure(int result) =>
        new(raw.sqlite3_errmsg(_database).utf8_to_string(), result & 0xFF, raw.sqlite3_extended_errcode(_database));
}
