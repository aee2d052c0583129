using BlazorTracking.Features.Visits;
using BlazorTracking.Features.Visits.DuckDb;
using BlazorTracking.Operation;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Visits.DuckDb;

public sealed class DuckDbFileTests : IDisposable
{
    private readonly ProgramData _data = new() { Engine = VisitEngine.DuckDb };

    private string File => Path.Combine(_data.Path, "visits.duckdb");

    [Theory]
    [InlineData("--Visits:MemoryMegabytes=300", "memory_limit", "300.0 MiB")]
    [InlineData("--Visits:Threads=3", "threads", "3")]
    [InlineData("--Visits:Threads=1", "enable_external_access", "False")]
    public async Task A_setting_reaches_the_engine(string setting, string name, string value) => Assert.Equal(value, await ReadAsync(name, setting));

    [Fact]
    public async Task Without_settings_the_engine_has_a_thread_a_core()
    {
        Assert.Equal($"{Environment.ProcessorCount}", await ReadAsync("threads"));
    }

    [Theory]
    [InlineData("Data Source=:memory:", "Visits:Engine is DuckDb, but ConnectionStrings:Visits names no file: Data Source=FILE.")]
    [InlineData("Host=db;Password=secret", "ConnectionStrings:Visits is not a connection string of DuckDB.")]
    public async Task What_names_no_file_is_refused_without_quoting_it(string connectionString, string sentence)
    {
        var refusal = await Assert.ThrowsAsync<SettingException>(() => ReadAsync("threads", $"--ConnectionStrings:Visits={connectionString}"));

        Assert.Equal(sentence, refusal.Message);
    }

    [Fact]
    public async Task Where_no_engine_is_set_the_sentence_does_not_say_that_one_is()
    {
        _data.Engine = null;

        var refusal = await Assert.ThrowsAsync<SettingException>(() => ReadAsync("threads", "--ConnectionStrings:Visits=Data Source=:memory:"));

        Assert.Equal("Without Visits:Engine the visits are in DuckDb, but ConnectionStrings:Visits names no file: Data Source=FILE.", refusal.Message);
    }

    [Fact]
    public async Task A_file_that_another_process_has_open_stops_the_start_with_a_sentence()
    {
        await _data.CreateSiteAsync();
        await using var first = await ServerProcess.StartAsync(_data.Path, [.. _data.Settings]);
        await using var second = ServerProcess.Launch(["--urls=http://127.0.0.1:0", .. _data.Settings]);

        Assert.Equal(1, await second.WaitForExitAsync());
        Assert.Equal($"The visits in {File} are open in another process: only one may have them. End that one first.", LastLine(second));
    }

    [Fact]
    public async Task A_file_that_holds_something_else_stops_the_start_with_a_sentence()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 10_000));

        var refusal = await Assert.ThrowsAsync<SettingException>(() => ReadAsync("threads"));

        Assert.StartsWith($"The visits in {File} (ConnectionStrings:Visits) cannot be used: ", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _data.Dispose();

    private static string LastLine(ServerProcess server) => server.Output.Trim().Split(Environment.NewLine)[^1];

    private async Task<string> ReadAsync(string name, params string[] settings)
    {
        await using var app = _data.Open(settings);
        await using var connection = app.Services.GetRequiredService<DuckDbFile>().Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT current_setting('{name}')";
        return $"{await command.ExecuteScalarAsync()}";
    }
}
