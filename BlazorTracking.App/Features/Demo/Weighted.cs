namespace BlazorTracking.Features.Demo;

/// <summary>Items of which some are drawn more often than others. Weights are relative; they need no certain sum.</summary>
internal sealed class Weighted<T>
{
    private readonly T[] _items;
    private readonly double[] _sums;

    public Weighted(IReadOnlyList<(double Weight, T Item)> entries)
    {
        _items = [.. entries.Select(entry => entry.Item)];
        _sums = new double[_items.Length];
        var sum = 0d;
        for (var i = 0; i < _items.Length; i++)
        {
            _sums[i] = sum += entries[i].Weight;
        }
    }

    public IReadOnlyList<T> Items => _items;

    /// <summary>Weights that fall as 1/rank^<paramref name="exponent"/> (Zipf's law, which page views follow).</summary>
    public static Weighted<T> ByRank(IEnumerable<T> items, double exponent) =>
        new([.. items.Select((item, i) => (1 / Math.Pow(i + 1, exponent), item))]);

    public T Draw(Random random)
    {
        var at = Array.BinarySearch(_sums, random.NextDouble() * _sums[^1]);
        return _items[Math.Min(at < 0 ? ~at : at + 1, _items.Length - 1)];
    }
}
