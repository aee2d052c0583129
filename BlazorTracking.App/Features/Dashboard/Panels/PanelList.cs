using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>One of the lists of a panel.</summary>
/// <param name="Heading">What its tab says.</param>
/// <param name="Dimension">What it lists.</param>
/// <param name="Beneath">Lists of the same group share a tab of this title; null for a tab of its own.</param>
public sealed record PanelList(Func<string> Heading, Dimension Dimension, Func<string>? Beneath = null)
{
    public string Title => Heading();

    public string? Group => Beneath?.Invoke();

    /// <summary>Drawn as a map, with the first few rows below it.</summary>
    public bool IsMap { get; init; }

    /// <summary>What its values are made of: the regions of a country. Null where there is nothing below.</summary>
    public Dimension? Below { get; init; }

    /// <summary>What it says while it is empty; null for what its panel says.</summary>
    public Func<string>? Nothing { get; init; }

    /// <inheritdoc cref="Nothing"/>
    public string? Empty => Nothing?.Invoke();

    /// <summary>Tells the lists of all panels apart, in URLs too.</summary>
    public string Key => IsMap ? "map" : DashboardQuery.Name(Dimension);
}
