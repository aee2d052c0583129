using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace BlazorTracking.Features.Languages;

/// <summary>
/// Every request, and the circuit that one begins, is answered in the language that the reader chose, else in the first
/// of the browser's that the program knows; its numbers and dates are those of the browser's region where it names one.
/// </summary>
public static partial class LanguagesFeature
{
    /// <summary>Holds what the reader chose in the account's menu; absent while the browser decides.</summary>
    public const string CookieName = "language";

    public static void AddLanguages(this WebApplicationBuilder builder) =>
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            var texts = Language.All.Select(language => CultureInfo.GetCultureInfo(language.Code)).ToList();
            options.DefaultRequestCulture = new RequestCulture(texts[0]);
            options.SupportedUICultures = texts;
            options.SupportedCultures = [.. CultureInfo.GetCultures(CultureTypes.AllCultures).Where(culture => Language.Of(culture) is not null)];
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider { Options = options, CookieName = CookieName },
                new AcceptLanguageHeaderRequestCultureProvider { Options = options },
            ];
            options.ApplyCurrentCultureToResponseHeaders = true;
        });

    /// <summary>To stand before all that answers in words, error pages too.</summary>
    public static void UseLanguages(this WebApplication app)
    {
        if (Language.IsInvariant)
        {
            Log.NoLanguages(app.Logger);
        }
        else
        {
            app.UseRequestLocalization();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "This system has no data of languages (ICU), or is told not to use it: all pages are in English, and time zones and names of countries may be missing.")]
        public static partial void NoLanguages(ILogger logger);
    }
}
