namespace BlazorTracking.Features.Commands.Import.WebLog;

/// <summary>
/// Counts how often a text came before, as far as it came lately: two requests of one second may be written as the same
/// line, and are two. Lines of one second are close together.
/// </summary>
internal sealed class RecentTexts
{
    private const int Capacity = 100_000;

    private Dictionary<string, int> _recent = new(StringComparer.Ordinal);
    private Dictionary<string, int> _before = new(StringComparer.Ordinal);

    public int Count(string text)
    {
        var count = _recent.TryGetValue(text, out var recent) ? recent : _before.GetValueOrDefault(text);
        if (_recent.Count >= Capacity)
        {
            (_before, _recent) = (_recent, new Dictionary<string, int>(StringComparer.Ordinal));
        }

        _recent[text] = count + 1;
        return count;
    }
}
