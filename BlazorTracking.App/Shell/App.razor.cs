using BlazorTracking.Features.Sites.Sharing;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Shell;

public sealed partial class App
{
    [CascadingParameter]
    public HttpContext? HttpContext { get; set; }

    private Embedding? Embedding => HttpContext is { } context ? Embedding.Of(context.Request) : null;

    private string? Colours => Embedding is { } embedding ? embedding.Theme : Theme.Choice(HttpContext);

    private string? Ticket => HttpContext is { } context ? ShareLock.TicketOf(context.Request) : null;
}
