namespace BlazorTracking.Features.Visitors;

/// <summary>The data sets that travel inside the program; docs/data-sets.md says where each comes from.</summary>
internal static class EmbeddedData
{
    /// <param name="name">The file's name as the project file gives it (<c>LogicalName</c>).</param>
    public static Stream Open(string name) =>
        typeof(EmbeddedData).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The data set {name} is missing from the program.");
}
