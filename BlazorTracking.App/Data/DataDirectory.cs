using BlazorTracking.Operation;

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
    private readonly Lazy<string> _path = new(() => Create(Locate(configuration, environment.ContentRootPath)));

    /// <exception cref="SettingException">The folder cannot be created or written to.</exception>
    public string PathOf(string fileName) => Path.Combine(_path.Value, fileName);

    internal static string Locate(IConfiguration configuration, string contentRoot) =>
        Path.GetFullPath(configuration[$"{DataDirectoryOptions.Section}:{nameof(DataDirectoryOptions.Directory)}"] is { Length: > 0 } directory ? directory : "data", contentRoot);

    private static string Create(string path)
    {
        try
        {
            Directory.CreateDirectory(path);

            // A folder that is there may still be another user's, or on a disk that is mounted read-only.
            File.Create(Path.Combine(path, $".{Guid.NewGuid():N}"), bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
            return path;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"Data:Directory is {path}, but the program cannot write there: {exception.Message}", exception);
        }
    }
}
