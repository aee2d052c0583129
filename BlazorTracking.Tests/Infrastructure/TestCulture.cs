using System.Globalization;
using System.Runtime.CompilerServices;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>Tests read English, whatever the machine speaks; those of other languages say so.</summary>
internal static class TestCulture
{
    public static void Use(string code) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(code);

    [ModuleInitializer]
    internal static void UseEnglish()
    {
        var english = CultureInfo.GetCultureInfo("en");
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = english;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = english;
    }
}
