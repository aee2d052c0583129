using BlazorTracking.Features.Commands;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Commands.Import;

/// <summary>A site into which files of other programs are imported as in a shell.</summary>
public sealed class ForeignImport(string format) : IDisposable
{
    private readonly ProgramData _data = new();
    private readonly TemporaryDirectory _files = new();
    private int? _site;

    public async Task<CommandRun> RunAsync(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            await File.WriteAllTextAsync(_files.PathOf(name), text);
        }

        return await RunAsync(files.Select(file => file.Name).ToArray());
    }

    public async Task<CommandRun> RunAsync(params string[] files)
    {
        var site = _site ??= await _data.CreateSiteAsync("Europe/Berlin");
        return await CommandRun.OfAsync(_data.Path, ["visits", "import", "--site", $"{site}", "--format", format, .. files.Select(PathOf)]);
    }

    public string PathOf(string file) => _files.PathOf(file);

    /// <summary>What was stored, in the order of time.</summary>
    public async Task<IReadOnlyList<Visit>> ReadAsync() =>
        [.. (await _data.ReadVisitsAsync(_site!.Value)).OrderBy(visit => visit.OccurredAt).ThenBy(visit => visit.NewSession == 0)];

    /// <summary>Asserts that the dashboard says of the visits what follows from them.</summary>
    public async Task AssertConsistentAsync()
    {
        var check = await CommandRun.OfAsync(_data.Path, "visits", "check");
        Assert.True(check.ExitCode == ExitCode.Good, check.Output + check.Error);
    }

    public void Dispose()
    {
        _data.Dispose();
        _files.Dispose();
    }
}
