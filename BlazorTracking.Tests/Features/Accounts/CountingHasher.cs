using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Tests.Features.Accounts;

/// <summary>The real hasher, which counts how often it calculates: what an answer costs in time.</summary>
public sealed class CountingHasher(IOptions<PasswordHasherOptions> options, HashCount count) : PasswordHasher<Account>(options)
{
    public override string HashPassword(Account user, string password)
    {
        count.Increment();
        return base.HashPassword(user, password);
    }

    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        count.Increment();
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}

public sealed class HashCount
{
    private int _value;

    public void Increment() => Interlocked.Increment(ref _value);

    /// <summary>How many hashes the work calculates.</summary>
    public async Task<int> OfAsync(Func<Task> work)
    {
        var before = _value;
        await work();
        return _value - before;
    }
}
