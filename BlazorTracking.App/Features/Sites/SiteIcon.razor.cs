using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Sites;

/// <summary>A site's first letter on a colour that stays the site's.</summary>
public sealed partial class SiteIcon
{
    private const int Colours = 8;

    [Parameter, EditorRequired]
    public required Site Site { get; set; }

    private string Letter => StringInfo.GetNextTextElement(Site.Name).ToLower(CultureInfo.InvariantCulture);

    private int Colour => Site.Name.Aggregate(17, (sum, letter) => ((sum * 31) + letter) & 0xFFFF) % Colours;
}
