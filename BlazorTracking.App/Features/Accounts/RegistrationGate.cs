namespace BlazorTracking.Features.Accounts;

/// <summary>One registration at a time where only the first may pass.</summary>
public sealed class RegistrationGate : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public async Task<IDisposable> EnterAsync()
    {
        await _turn.WaitAsync();
        return new Turn(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
