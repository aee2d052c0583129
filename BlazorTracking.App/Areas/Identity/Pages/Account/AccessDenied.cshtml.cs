using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BlazorTracking.Areas.Identity.Pages;

[AllowAnonymous]
public sealed class AccessDeniedModel : PageModel;
