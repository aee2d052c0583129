using BlazorTracking.Data;
using BlazorTracking.Features.Visits;
using BlazorTracking.Operation;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Visits;

/// <summary>Which engine keeps the visits where no setting names one.</summary>
public sealed class VisitEngineChoiceTests : IDisposable
{
    private readonly ProgramData _data = new();

    [Fact]
    public async Task A_new_installation_takes_the_column_store()
    {
        Assert.Equal(VisitEngine.DuckDb, await ChosenAsync());
        Assert.False(File.Exists(Path.Combine(_data.Path, "tracking.db")));
    }

    [Fact]
    public async Task A_database_without_visits_is_a_new_installation()
    {
        await _data.CreateSiteAsync();
        await _data.ForgetHolderAsync();

        Assert.Equal(VisitEngine.DuckDb, await ChosenAsync());
    }

    [Theory]
    [InlineData(VisitEngine.Database)]
    [InlineData(VisitEngine.DuckDb)]
    public async Task The_engine_that_holds_the_visits_stays(VisitEngine holder)
    {
        _data.Engine = holder;
        await using (var app = _data.Open())
        {
            await app.PrepareDatabaseAsync();
            await app.PrepareVisitsAsync();
        }

        Assert.Equal(holder, await ChosenAsync());
    }

    [Fact]
    public async Task Visits_of_a_version_that_knew_no_other_engine_stay_in_the_database()
    {
        await _data.AppendAsync([SampleVisit.Of(await _data.CreateSiteAsync())]);
        await _data.ForgetHolderAsync();

        Assert.Equal(VisitEngine.Database, await ChosenAsync());
    }

    [Fact]
    public async Task What_is_set_is_taken()
    {
        await _data.AppendAsync([SampleVisit.Of(await _data.CreateSiteAsync())]);

        Assert.Equal(VisitEngine.ClickHouse, await ChosenAsync("--Visits:Engine=ClickHouse"));
    }

    [Fact]
    public async Task SQL_Server_keeps_the_visits_itself() =>
        Assert.Equal(VisitEngine.Database, await ChosenAsync("--Database:Provider=SqlServer", "--ConnectionStrings:Tracking=Server=db.example.com;Database=Tracking"));

    [Theory]
    [InlineData("Visits:Engine is Database", "--Visits:Engine=Database")]
    [InlineData("Without Visits:Engine the visits are in DuckDb")]
    [InlineData("Without Visits:Engine the visits are in Database", "--Database:Provider=SqlServer", "--ConnectionStrings:Tracking=Server=db.example.com;Database=Tracking")]
    public async Task Sentences_say_whether_it_is_set(string statement, params string[] settings)
    {
        _data.Engine = null;
        await using var app = _data.Open(settings);

        Assert.Equal(statement, app.Services.GetRequiredService<VisitEngineChoice>().Statement);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        var path = Path.Combine(_data.Path, "tracking.db");
        await File.WriteAllTextAsync(path, "This was a letter to a friend, and never anything else than that; it is long enough to be read as a header.");

        var refusal = await Assert.ThrowsAsync<SettingException>(() => ChosenAsync());

        Assert.StartsWith($"The database {path} (ConnectionStrings:Tracking) cannot be used: ", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _data.Dispose();

    private async Task<VisitEngine> ChosenAsync(params string[] settings)
    {
        _data.Engine = null;
        await using var app = _data.Open(settings);
        return app.Services.GetRequiredService<VisitEngineChoice>().Engine;
    }
}
