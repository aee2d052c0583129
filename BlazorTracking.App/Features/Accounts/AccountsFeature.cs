using BlazorTracking.Data;
using Microsoft.AspNetCore.Identity;

namespace BlazorTracking.Features.Accounts;

public static class AccountsFeature
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorPages();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services
            .AddDefaultIdentity<Account>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version2)
            .AddEntityFrameworkStores<TrackingDbContext>();
    }

    public static void UseAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
    }
}
