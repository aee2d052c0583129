using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Builders;

/// <summary>Shares a site as its owner does.</summary>
public static class ShareSeed
{
    /// <summary>The token of a new link.</summary>
    public static async Task<string> ShareAsync(this AppFactory app, Site site, SitePanels panels = SitePanels.None, string password = "", DateOnly? lastDay = null)
    {
        await using var circuit = await app.OpenCircuitOfOwnerAsync(site);
        var draft = new ShareDraft { Name = "Board", Panels = panels, Password = password, LastDay = lastDay };
        return await circuit.ServiceProvider.GetRequiredService<ShareBook>().AddAsync(site.Id, draft) ?? throw new InvalidOperationException("There is no such site.");
    }

    /// <summary>Makes the site public, or private with null.</summary>
    public static async Task PublishAsync(this AppFactory app, Site site, SitePanels? panels)
    {
        await using var circuit = await app.OpenCircuitOfOwnerAsync(site);
        Assert.True(await circuit.ServiceProvider.GetRequiredService<ShareBook>().PublishAsync(site.Id, panels));
    }

    /// <summary>Revokes every link of the site.</summary>
    public static async Task RevokeAsync(this AppFactory app, Site site)
    {
        await using var circuit = await app.OpenCircuitOfOwnerAsync(site);
        var book = circuit.ServiceProvider.GetRequiredService<ShareBook>();
        foreach (var link in await book.ListAsync(site.Id))
        {
            Assert.True(await book.RevokeAsync(site.Id, link.Id));
        }
    }

    /// <summary>The services of a circuit of somebody without an account who comes with this.</summary>
    public static async Task<AsyncServiceScope> OpenCircuitAsync(this AppFactory app, Pass pass)
    {
        var circuit = await app.CreateCircuitAsync(null);
        circuit.ServiceProvider.GetRequiredService<Viewer>().Pass = pass;
        return circuit;
    }

    private static async Task<AsyncServiceScope> OpenCircuitOfOwnerAsync(this AppFactory app, Site site)
    {
        await using var context = app.CreateContext();
        return await app.CreateCircuitAsync(await context.Set<Account>().SingleAsync(account => account.Id == site.OwnerId));
    }
}
