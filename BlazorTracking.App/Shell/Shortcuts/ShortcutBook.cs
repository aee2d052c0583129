namespace BlazorTracking.Shell.Shortcuts;

/// <summary>The keys that do something on the page of a circuit. Used on the circuit's dispatcher only.</summary>
public sealed class ShortcutBook
{
    private readonly List<Shortcut> _shortcuts = [];

    /// <summary>Other keys than before do something.</summary>
    public event EventHandler? Changed;

    /// <summary>In the order in which they were added. Of two with the same key the later one counts.</summary>
    public IReadOnlyList<Shortcut> All => _shortcuts;

    /// <summary>The key does this until the result is disposed.</summary>
    public IDisposable Add(Shortcut shortcut)
    {
        _shortcuts.Add(shortcut);
        Changed?.Invoke(this, EventArgs.Empty);
        return new Entry(this, shortcut);
    }

    /// <summary>Does what the key does; nothing where it does nothing.</summary>
    public Task PressAsync(string key) =>
        _shortcuts.FindLast(shortcut => string.Equals(shortcut.Key, key, StringComparison.Ordinal))?.Press() ?? Task.CompletedTask;

    private void Remove(Shortcut shortcut)
    {
        if (_shortcuts.Remove(shortcut))
        {
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    private sealed class Entry(ShortcutBook book, Shortcut shortcut) : IDisposable
    {
        public void Dispose() => book.Remove(shortcut);
    }
}
