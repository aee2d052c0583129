namespace BlazorTracking.Features.Dashboard.Map;

/// <summary>A country with visitors, as the map draws it.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Name">In words.</param>
/// <param name="Figures">Visitors and share in words.</param>
/// <param name="Step">Its colour, 1 to <see cref="Steps"/>.</param>
/// <param name="Count">Its visitors.</param>
/// <param name="Href">This page filtered by the country, or without that filter where it is filtered already.</param>
/// <param name="IsSelected">The page is filtered by it.</param>
public sealed record MapCountry(string Code, string Name, string Figures, int Step, long Count, string Href, bool IsSelected)
{
    /// <summary>Colours beside that of a country without visitors.</summary>
    public const int Steps = 5;

    /// <summary>The colour of a count: by its root, so that countries far below the largest still differ.</summary>
    public static int StepOf(long count, long largest) =>
        largest <= 0 ? 1 : 1 + Math.Clamp((int)(Steps * Math.Sqrt((double)count / largest)), 0, Steps - 1);
}
