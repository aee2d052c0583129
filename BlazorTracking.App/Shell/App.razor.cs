using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Shell;

public sealed partial class App
{
    [CascadingParameter]
    public HttpContext? HttpContext { get; set; }
}
