namespace BlazorTracking.Data;

public sealed class DataDirectoryOptions
{
    public const string Section = "Data";

    /// <summary>Where everything the program writes goes; relative to the content root. Default: <c>data</c>.</summary>
    public string Directory { get; init; } = "data";
}

/// <summary>The folder that holds everything the program writes. Created when first asked for.</summary>
public sealed class DataDirectory(IConfiguration configuration, IHostEnvironment environment)
{
    private readonly Lazy<string> _path = new(() =>
        Directory.CreateDirectory(Locate(configuration, environment.ContentRootPath)).FullName);

    public string PathOf(string fileName) => Path.Combine(_path.Value, fileName);

    internal static string Locate(IConfiguration configuration, string contentRoot) =>
        Path.GetFullPath(configuration[$"{DataDirectoryOptions.Section}:{nameof(DataDirectoryOptions.Directory)}"] is { Length: > 0 } directory ? directory : "data", contentRoot);
}
