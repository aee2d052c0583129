using BlazorTracking.Areas.Identity;
using BlazorTracking.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Accounts;

public static class AccountsFeature
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AccountsOptions>().BindConfiguration(AccountsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, AccountAuthenticationStateProvider>();
        services.AddPages();
        services.AddIdentity();
        services.AddSessions();
        services.AddHostedService<PasswordIterationsWarning>();
        services.AddSingleton<HashingGate>();
        services.AddSingleton<RegistrationGate>();
        services.AddSingleton<AttemptLimit>();
        services.AddScoped<CurrentAccount>();
        services.AddScoped<Registration>();
        services.AddScoped<PersonalData>();
        services.AddTransient<LinkMail>();
    }

    public static void UseAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }

    /// <summary>Behind the shell: its files have fingerprints only for pages that are mapped when they are known.</summary>
    public static void MapAccounts(this WebApplication app) => app.MapRazorPages().WithStaticAssets();

    private static void AddPages(this IServiceCollection services)
    {
        // Their names are those of AccountsText.
        services.AddRazorPages().AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(AccountsText)));
        services.ConfigureOptions<AccountPageFilters>();

        // The pages load no script to read these attributes; the browser's own validation needs none.
        services.Configure<MvcViewOptions>(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
    }

    private static void AddIdentity(this IServiceCollection services)
    {
        services.AddOptions<PasswordHasherOptions>()
            .Configure<IOptions<AccountsOptions>>((hasher, accounts) => hasher.IterationCount = accounts.Value.PasswordIterations);
        services.AddOptions<SecurityStampValidatorOptions>().Configure<IOptions<AccountsOptions>>((validator, accounts) =>
        {
            validator.ValidationInterval = accounts.Value.RevalidationInterval;
            validator.OnRefreshingPrincipal = KeepSession;
        });
        services.AddDefaultIdentity<Account>(Configure)
            .AddErrorDescriber<AccountErrors>()
            .AddUserManager<AccountManager>()
            .AddSignInManager<AccountSignInManager>()
            .AddClaimsPrincipalFactory<AccountClaimsFactory>()
            .AddEntityFrameworkStores<TrackingDbContext>()
            .AddUserStore<AccountStore>()
            .AddUserValidator<AccountValidator>()
            .AddPasswordValidator<CommonPasswordValidator>()
            .AddTokenProvider<AuthenticatorCodeProvider>(TokenOptions.DefaultAuthenticatorProvider);
    }

    private static void Configure(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version2;
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);

        // Length and a list of the common ones instead of rules of composition (NIST SP 800-63B, 3.1.1.2).
        options.Password.RequiredLength = Account.PasswordMinLength;
        options.Password.RequiredUniqueChars = 1;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
    }

    private static void AddSessions(this IServiceCollection services)
    {
        services.AddSingleton<SessionFeed>();
        services.AddSingleton<AccountSessions>();
        services.AddSingleton<SessionDescription>();
        services.AddSingleton<AccountTicketStore>();
        services.AddHostedService<ExpiredSessionsJob>();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<AccountTicketStore>((cookie, store) =>
            {
                cookie.SessionStore = store;
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
                cookie.SlidingExpiration = true;
                cookie.Events.OnRedirectToLogin = context => RedirectLocally(context, AppUrls.SignIn);
                cookie.Events.OnRedirectToAccessDenied = context => RedirectLocally(context, AppUrls.AccessDenied);
            });
    }

    // Without the framework's absolute address: it would repeat whatever Host header the request came with.
    private static Task RedirectLocally(RedirectContext<CookieAuthenticationOptions> context, string page)
    {
        var request = context.Request;
        var query = QueryString.Create(context.Options.ReturnUrlParameter, request.PathBase + request.Path + request.QueryString);
        context.Response.Redirect(UriHelper.BuildRelative(request.PathBase, page, query));
        return Task.CompletedTask;
    }

    private static Task KeepSession(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.CurrentPrincipal?.FindSessionId() is { } sessionId)
        {
            context.NewPrincipal?.NameSession(sessionId);
        }

        return Task.CompletedTask;
    }
}
