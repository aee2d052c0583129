namespace BlazorTracking.Features.Sites.Sharing;

/// <summary>With what somebody comes to a site's dashboard: with their account, with a secret link, or with nothing, to a public site.</summary>
public sealed record Pass
{
    private Pass()
    {
    }

    /// <summary>With the account that is signed in.</summary>
    public static Pass Account { get; } = new();

    /// <summary>With nothing.</summary>
    public static Pass Public { get; } = new() { IsPublic = true };

    public bool IsAccount => Token is null && !IsPublic;

    public bool IsPublic { get; private init; }

    /// <summary>The secret of the link; null without one.</summary>
    public string? Token { get; private init; }

    /// <summary>In which colours the dashboard stands in a frame of another page; null where it stands by itself.</summary>
    public Embedding? Embedding { get; init; }

    /// <summary>With a secret link.</summary>
    public static Pass Link(string token) => new() { Token = token };

    /// <summary>The dashboard as it is opened with this.</summary>
    public string Dashboard(int siteId) => Url(Base(siteId));

    /// <summary>The log of visits as it is opened with this.</summary>
    public string Log(int siteId) => Url(AppUrls.LogOf(Base(siteId)));

    /// <summary>The details as a file, with this.</summary>
    public string Details(int siteId) => Url(AppUrls.DetailsOf(Base(siteId)));

    /// <summary>The live badge, with this.</summary>
    public string Badge(int siteId) => AppUrls.BadgeOf(Base(siteId));

    private string Base(int siteId) => Token is { } token ? AppUrls.SharedSite(siteId, token) : IsPublic ? AppUrls.PublicSite(siteId) : AppUrls.Site(siteId);

    private string Url(string page) => Embedding is { } embedding ? embedding.Url(page) : page;
}
