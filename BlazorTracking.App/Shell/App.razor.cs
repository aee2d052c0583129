using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Shell;

public sealed partial class App
{
    private string? _theme;

    [CascadingParameter]
    public HttpContext? HttpContext { get; set; }

    protected override void OnInitialized() => _theme = HttpContext?.Request.Cookies["theme"] switch
    {
        "light" => "light",
        "dark" => "dark",
        _ => null,
    };
}
