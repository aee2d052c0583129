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
    public static string SiteLog(int id) => $"/sites/{id}/visits";
    public static string SiteDetails(int id) => $"/sites/{id}/details.csv";
    public static string Beacon(int siteId) => $"/sites/{siteId}/visit";

    public static string SignInAndReturnTo(string localUrl) => $"{SignIn}?returnUrl={Uri.EscapeDataString(localUrl)}";
}
