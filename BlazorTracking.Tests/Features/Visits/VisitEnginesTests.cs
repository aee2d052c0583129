using BlazorTracking.Data;
using BlazorTracking.Features.Visits;
using BlazorTracking.Operation;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Visits;

/// <summary>What becomes of the visits when the engine is set to another one.</summary>
public sealed class VisitEnginesTests : IDisposable
{
    private readonly ProgramData _data = new();

    [Theory]
    [InlineData(VisitEngine.Database, "tracking.db", VisitEngine.DuckDb, "visits.duckdb")]
    [InlineData(VisitEngine.DuckDb, "visits.duckdb", VisitEngine.Database, "tracking.db")]
    public async Task An_engine_that_lacks_the_visits_of_the_former_one_is_refused(VisitEngine former, string formerFile, VisitEngine engine, string file)
    {
        await HoldAsync(former, SampleVisit.Of(1), SampleVisit.Of(1), SampleVisit.Of(1));

        var refusal = await Assert.ThrowsAsync<SettingException>(() => PrepareAsync(engine));

        Assert.Equal(
            $"Visits:Engine is {engine} ({Path(file)}), which holds 0 visits, but {former} ({Path(formerFile)}) holds 3. "
            + $"Copy them with “visits copy --from {former} --to {engine}”, or set Visits:Engine to {former}.",
            refusal.Message);
    }

    [Fact]
    public async Task The_program_ends_with_the_sentence_instead_of_showing_no_visits()
    {
        await HoldAsync(VisitEngine.Database, SampleVisit.Of(1));
        _data.Engine = VisitEngine.DuckDb;
        await using var server = ServerProcess.Launch(["--urls=http://127.0.0.1:0", .. _data.Settings]);

        Assert.Equal(1, await server.WaitForExitAsync());
        Assert.StartsWith(
            $"Visits:Engine is DuckDb ({Path("visits.duckdb")}), which holds 0 visits, but Database ({Path("tracking.db")}) holds 1. ",
            server.Output.Trim().Split(Environment.NewLine)[^1],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_with_visits_of_a_version_that_knew_no_other_engine_is_not_forgotten()
    {
        await _data.CreateSiteAsync();
        await _data.AppendAsync([SampleVisit.Of(1)]);
        await _data.ForgetHolderAsync();

        await Assert.ThrowsAsync<SettingException>(() => PrepareAsync(VisitEngine.DuckDb));
    }

    [Fact]
    public async Task Without_visits_any_engine_may_be_chosen()
    {
        await PrepareAsync(VisitEngine.Database);
        await PrepareAsync(VisitEngine.DuckDb);
        await PrepareAsync(VisitEngine.Database);

        Assert.Equal(VisitEngine.Database, await HolderAsync());
    }

    [Fact]
    public async Task An_engine_that_holds_the_copied_visits_takes_over_and_the_former_one_is_refused_when_it_has_fewer()
    {
        Visit[] visits = [SampleVisit.Of(1), SampleVisit.Of(1)];
        await HoldAsync(VisitEngine.Database, visits);
        _data.Engine = VisitEngine.DuckDb;
        await _data.AppendAsync(visits[..1]);
        await Assert.ThrowsAsync<SettingException>(() => PrepareAsync(VisitEngine.DuckDb));
        await _data.AppendAsync(visits[1..]);

        await HoldAsync(VisitEngine.DuckDb, SampleVisit.Of(1));

        Assert.Contains("which holds 2 visits, but DuckDb", (await Assert.ThrowsAsync<SettingException>(() => PrepareAsync(VisitEngine.Database))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_was_elsewhere_is_not_taken_for_empty()
    {
        var elsewhere = Path("elsewhere.duckdb");
        await HoldAsync(VisitEngine.DuckDb, $"--ConnectionStrings:Visits=Data Source={elsewhere}", SampleVisit.Of(1));

        var refusal = await Assert.ThrowsAsync<SettingException>(() => PrepareAsync(VisitEngine.Database));

        Assert.Contains($"but the visits so far are in DuckDb ({elsewhere}), where they cannot be counted: ", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path("visits.duckdb")));
    }

    public void Dispose() => _data.Dispose();

    private string Path(string fileName) => System.IO.Path.Combine(_data.Path, fileName);

    private Task HoldAsync(VisitEngine engine, params Visit[] visits) => HoldAsync(engine, "--Visits:Threads=1", visits);

    private async Task HoldAsync(VisitEngine engine, string setting, params Visit[] visits)
    {
        await using var app = await OpenAsync(engine, setting);
        await app.Services.GetRequiredService<IVisitStore>().AppendAsync(visits, CancellationToken.None);
    }

    private async Task PrepareAsync(VisitEngine engine)
    {
        await using var app = await OpenAsync(engine);
    }

    private Task<VisitEngine> HolderAsync() => _data.UseAsync(async services =>
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<TrackingDbContext>>().CreateDbContextAsync();
        return (await context.VisitHolders.SingleAsync()).Engine;
    });

    private async Task<WebApplication> OpenAsync(VisitEngine engine, params string[] settings)
    {
        _data.Engine = engine;
        var app = _data.Open(settings);
        try
        {
            await app.PrepareDatabaseAsync();
            await app.PrepareVisitsAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }
}
