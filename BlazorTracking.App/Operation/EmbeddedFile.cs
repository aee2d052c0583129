namespace BlazorTracking.Operation;

/// <summary>The files that travel inside the program; docs/data-sets.md says where the data sets come from.</summary>
internal static class EmbeddedFile
{
    /// <param name="name">The file's name as the project file gives it (<c>LogicalName</c>).</param>
    public static Stream Open(string name) =>
        typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"{name} is missing from the program.");

    /// <inheritdoc cref="Open"/>
    public static string ReadText(string name)
    {
        using var text = new StreamReader(Open(name));
        return text.ReadToEnd();
    }
}
