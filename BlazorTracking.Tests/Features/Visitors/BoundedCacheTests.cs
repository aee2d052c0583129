using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Tests.Features.Visitors;

public sealed class BoundedCacheTests
{
    private int _computed;

    [Fact]
    public void An_answer_is_computed_once()
    {
        var squares = Squares(capacity: 10);

        Assert.Equal((49, 49, 1), (squares[7], squares[7], _computed));
    }

    [Fact]
    public void The_oldest_answers_go_when_it_is_full()
    {
        var squares = Squares(capacity: 10);
        for (var number = 0; number < 1000; number++)
        {
            _ = squares[number];
        }

        Assert.Equal(10, squares.Count);
        _ = squares[999];
        Assert.Equal(1000, _computed);
        _ = squares[0];
        Assert.Equal(1001, _computed);
    }

    [Fact]
    public void Many_threads_leave_no_more_than_its_capacity()
    {
        var squares = Squares(capacity: 100);

        Parallel.For(0, 20_000, number => Assert.Equal(number % 500 * (number % 500), squares[number % 500]));

        Assert.InRange(squares.Count, 1, 100);
    }

    private BoundedCache<int, int> Squares(int capacity) => new(capacity, number =>
    {
        Interlocked.Increment(ref _computed);
        return number * number;
    });
}
