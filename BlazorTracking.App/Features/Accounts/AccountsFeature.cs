using BlazorTracking.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Accounts;

public static class AccountsFeature
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<AccountsOptions>().BindConfiguration(AccountsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<PasswordHasherOptions>()
            .Configure<IOptions<AccountsOptions>>((hasher, accounts) => hasher.IterationCount = accounts.Value.PasswordIterations);
        builder.Services.AddRazorPages();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CurrentAccount>();
        builder.Services
            .AddDefaultIdentity<Account>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version2)
            .AddClaimsPrincipalFactory<AccountClaimsFactory>()
            .AddEntityFrameworkStores<TrackingDbContext>();
    }

    public static void UseAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
    }
}
