namespace BlazorTracking.Features.Accounts;

/// <summary>
/// Lets half of the processors hash passwords at once, and the others wait: a storm of sign-ins cannot starve the
/// beacons.
/// </summary>
public sealed class HashingGate : IDisposable
{
    private readonly SemaphoreSlim _slots = new(Math.Max(1, Environment.ProcessorCount / 2));

    public async Task<T> RunAsync<T>(Func<Task<T>> hash)
    {
        await _slots.WaitAsync();
        try
        {
            return await hash();
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _slots.Dispose();
}
