using System.Security.Cryptography;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Data;

public sealed class DataProtectionTests
{
    [Fact]
    public async Task Each_installation_makes_keys_of_its_own()
    {
        await using var one = new AppFactory();
        await using var other = new AppFactory();
        var text = Protector(one).Protect("secret");

        Assert.Equal("secret", Protector(one).Unprotect(text));
        Assert.Throws<CryptographicException>(() => Protector(other).Unprotect(text));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(one.DataDirectory, "keys"), "*.xml"));
    }

    private static IDataProtector Protector(AppFactory app) =>
        app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
