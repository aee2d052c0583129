namespace BlazorTracking;

/// <summary>Every page's URL.</summary>
public static class AppUrls
{
    public const string Home = "/";
    public const string Sites = "/sites";
    public const string NewSite = "/sites/new";
    public const string SiteTemplate = "/sites/{SiteId:int}";
    public const string SiteSettingsTemplate = "/sites/{SiteId:int}/settings";
    public const string SiteGoalsTemplate = "/sites/{SiteId:int}/goals";
    public const string SiteInstallTemplate = "/sites/{SiteId:int}/install";
    public const string SiteLogTemplate = "/sites/{SiteId:int}/visits";
    public const string SiteDetailsTemplate = "/sites/{siteId:int}/details.csv";
    public const string SiteSharingTemplate = "/sites/{SiteId:int}/sharing";
    public const string PublicSiteTemplate = "/sites/{SiteId:int}/public";
    public const string PublicLogTemplate = $"{PublicSiteTemplate}/visits";
    public const string PublicDetailsTemplate = "/sites/{siteId:int}/public/details.csv";
    public const string PublicBadgeTemplate = "/sites/{siteId:int}/public/badge.svg";
    public const string SharedSiteTemplate = "/sites/{SiteId:int}/shared/{Token}";
    public const string SharedLogTemplate = $"{SharedSiteTemplate}/visits";
    public const string SharedDetailsTemplate = "/sites/{siteId:int}/shared/{token}/details.csv";
    public const string SharedBadgeTemplate = "/sites/{siteId:int}/shared/{token}/badge.svg";
    public const string SharedUnlockTemplate = "/sites/{siteId:int}/shared/{token}/unlock";
    public const string NotFound = "/not-found";

    /// <summary>What the URLs of all account pages begin with.</summary>
    public const string AccountArea = "/Identity";

    public const string Register = "/Identity/Account/Register";
    public const string SignIn = "/Identity/Account/Login";
    public const string SignOut = "/Identity/Account/Logout";
    public const string AccessDenied = "/Identity/Account/AccessDenied";
    public const string ForgotPassword = "/Identity/Account/ForgotPassword";
    public const string ManageAccount = "/Identity/Account/Manage";

    public const string TrackingScript = "/track.js";
    public const string HealthLive = "/health/live";
    public const string HealthReady = "/health/ready";

    public static string Site(int id) => $"/sites/{id}";
    public static string SiteSettings(int id) => $"/sites/{id}/settings";
    public static string SiteGoals(int id) => $"/sites/{id}/goals";
    public static string SiteInstall(int id) => $"/sites/{id}/install";
    public static string SiteSharing(int id) => $"/sites/{id}/sharing";
    public static string PublicSite(int id) => $"/sites/{id}/public";
    public static string SharedSite(int id, string token) => $"/sites/{id}/shared/{token}";
    public static string SharedUnlock(int id, string token) => $"{SharedSite(id, token)}/unlock";
    public static string SiteLog(int id) => LogOf(Site(id));
    public static string SiteDetails(int id) => DetailsOf(Site(id));
    public static string Beacon(int siteId) => $"/sites/{siteId}/visit";

    /// <summary>Whether a path has the form of <see cref="Beacon"/>, whatever stands in the place of the site's id.</summary>
    public static bool MayBeBeacon(PathString path)
    {
        var text = path.Value.AsSpan().TrimEnd('/');
        return text.StartsWith("/sites/", StringComparison.OrdinalIgnoreCase) && text.EndsWith("/visit", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The log beside a dashboard.</summary>
    public static string LogOf(string dashboard) => $"{dashboard}/visits";

    /// <summary>The details beside a dashboard, as a file.</summary>
    public static string DetailsOf(string dashboard) => $"{dashboard}/details.csv";

    /// <summary>The live badge beside a dashboard.</summary>
    public static string BadgeOf(string dashboard) => $"{dashboard}/badge.svg";

    /// <summary>The path without the secret of a share link, for who may not know it.</summary>
    public static string WithoutSecret(string path)
    {
        const string Mark = "/shared/";
        var start = path.IndexOf(Mark, StringComparison.OrdinalIgnoreCase) + Mark.Length;
        if (start < Mark.Length)
        {
            return path;
        }

        var end = path.IndexOf('/', start);
        return $"{path[..start]}…{(end < 0 ? "" : path[end..])}";
    }

    public static string SignInAndReturnTo(string localUrl) => $"{SignIn}?returnUrl={Uri.EscapeDataString(localUrl)}";
}
