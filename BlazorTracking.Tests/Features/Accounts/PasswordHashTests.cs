using System.Buffers.Binary;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Tests.Features.Accounts;

public sealed class PasswordHashTests : IDisposable
{
    private readonly AppFactory _app = new() { Settings = { ["Accounts:PasswordIterations"] = "2000" } };

    [Fact]
    public async Task R4_A_password_is_stored_as_salted_PBKDF2_HMAC_SHA512_with_the_configured_iterations()
    {
        using var browser = new AccountBrowser(_app);
        await browser.RegisterAsync("hashed@example.com");

        var hash = Convert.FromBase64String(await StoredAsync("hashed@example.com"));

        // Version 3 of Identity's format: marker, pseudo-random function, iterations, length of the salt, salt, key.
        Assert.Equal(1, hash[0]);
        Assert.Equal(2u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)));
        Assert.Equal(2000u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)));
        var salt = hash.AsSpan(13, BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(9)));
        Assert.Equal(
            Rfc2898DeriveBytes.Pbkdf2(AccountBrowser.Password, salt, 2000, HashAlgorithmName.SHA512, hash.Length - 13 - salt.Length),
            hash[(13 + salt.Length)..]);
    }

    [Fact]
    public async Task R4_Two_accounts_with_one_password_have_different_hashes()
    {
        using var browser = new AccountBrowser(_app);
        await browser.RegisterAsync("one@example.com");
        using var other = new AccountBrowser(_app);
        await other.RegisterAsync("two@example.com");

        Assert.NotEqual(await StoredAsync("one@example.com"), await StoredAsync("two@example.com"));
    }

    [Fact]
    public async Task R4_A_hash_with_fewer_iterations_is_renewed_at_sign_in()
    {
        using var browser = new AccountBrowser(_app);
        await browser.RegisterAsync("old@example.com");
        var old = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }))
            .HashPassword(new Account(), AccountBrowser.Password);
        await using (var context = _app.CreateContext())
        {
            await context.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.PasswordHash, old));
        }

        using var later = new AccountBrowser(_app);
        await later.SignInAsync("old@example.com");

        Assert.True(await later.IsSignedInAsync());
        var hash = Convert.FromBase64String(await StoredAsync("old@example.com"));
        Assert.Equal(2000u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)));
    }

    [Fact]
    public void The_default_is_what_OWASP_asks_for() => Assert.Equal(210_000, new AccountsOptions().PasswordIterations);

    [Theory]
    [InlineData(999)]
    [InlineData(10_000_001)]
    public void A_number_of_iterations_out_of_range_is_refused_by_its_name(int iterations)
    {
        var options = new AccountsOptions { PasswordIterations = iterations };

        var failure = Assert.Throws<ValidationException>(() => Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true));

        Assert.StartsWith("Accounts:PasswordIterations", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _app.Dispose();

    private async Task<string> StoredAsync(string email)
    {
        await using var context = _app.CreateContext();
        return (await context.Users.AsNoTracking().SingleAsync(account => account.Email == email)).PasswordHash!;
    }
}
