using System.Collections.Frozen;

namespace BlazorTracking.Features.Commands.Import.WebLog;

/// <summary>Tells the files that pages are made of from pages, by the ending of the path.</summary>
internal static class StaticFiles
{
    private static readonly FrozenSet<string> _endings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".css", ".js", ".mjs", ".map", ".json", ".xml", ".txt", ".wasm", ".webmanifest",
        ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff",
        ".woff", ".woff2", ".ttf", ".otf", ".eot",
        ".mp3", ".mp4", ".m4a", ".m4v", ".ogg", ".oga", ".ogv", ".wav", ".webm", ".mov", ".avi", ".flac",
        ".pdf", ".zip", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".tar", ".exe", ".msi", ".dmg", ".iso", ".apk", ".deb", ".rpm",
        ".rss", ".atom", ".csv", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx");

    public static bool Contains(string path)
    {
        var segment = path.LastIndexOf('/') + 1;
        var dot = path.LastIndexOf('.');
        return dot >= segment && _endings.Contains(path[dot..]);
    }
}
