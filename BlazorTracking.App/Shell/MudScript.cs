using BlazorTracking.Operation;

namespace BlazorTracking.Shell;

/// <summary>
/// MudBlazor's script, whole. Under the fingerprint that the package's own file has it would be sent uncompressed, 70 kB
/// instead of 15.
/// </summary>
internal static class MudScript
{
    public static VersionedAsset Served { get; } = new("/mudblazor.js", "text/javascript", EmbeddedFile.ReadText("MudBlazor.min.js"));
}
