using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Sites;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Builders;

/// <summary>Puts a site and its owner straight into the database.</summary>
public static class SiteSeed
{
    public static async Task<Site> AddSiteAsync(
        this AppFactory app,
        string baseUrl = "https://example.com",
        string timeZone = "Europe/Berlin",
        AddressPolicy addressPolicy = AddressPolicy.None)
    {
        await using var context = app.CreateContext();
        var owner = new Account { UserName = $"{Guid.NewGuid():N}@example.com" };
        owner.Email = owner.UserName;
        var site = new Site
        {
            OwnerId = owner.Id,
            Name = "example.com",
            BaseUrl = baseUrl,
            TimeZone = timeZone,
            AddressPolicy = addressPolicy,
        };
        context.Add(owner);
        context.Add(site);
        await context.SaveChangesAsync();
        return site;
    }
}
