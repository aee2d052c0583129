namespace BlazorTracking.Tests.Infrastructure;

/// <summary>The source that the tests were built from.</summary>
public static class Repository
{
    private static readonly string[] _written = [".cs", ".razor", ".cshtml", ".css", ".js"];

    public static string Root { get; } = FindRoot();

    /// <summary>Where tests leave what is to be looked at; not part of the source.</summary>
    public static string Artifacts { get; } = Directory.CreateDirectory(Path.Combine(Root, "artifacts")).FullName;

    /// <summary>The files that people wrote, as paths relative to the root with forward slashes: neither built nor generated.</summary>
    public static IEnumerable<string> SourceFiles(string project) =>
        Directory.EnumerateFiles(Path.Combine(Root, project), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => _written.Contains(Path.GetExtension(file), StringComparer.Ordinal))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal)
                && !file.Contains("/obj/", StringComparison.Ordinal)
                && !file.Contains("/Migrations/", StringComparison.Ordinal));

    public static string[] ReadLines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "BlazorTracking.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests do not run from the repository's build output.");
        }

        return directory.FullName;
    }
}
