using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Tests.Features.Visitors;

public sealed class SessionBookTests
{
    private const long Minute = 60_000;
    private const long Start = 1_772_000_000_000;

    private readonly SessionBook _book = new();

    [Fact]
    public void A_page_has_a_new_visitor_with_the_first_view_of_the_day()
    {
        var book = new SessionBook();
        var first = book.Begin();
        int[] inOneBatch = [New(first, 0, "/a"), New(first, 1, "/b"), New(first, 2, "/a")];
        first.Keep();
        var second = book.Begin();

        Assert.Equal([1, 1, 0], inOneBatch);
        Assert.Equal(0, New(second, 3, "/b"));
        Assert.Equal(0, second.Place(Visit(Start + (4 * Minute), "/c") with { Event = "Signup" }, 0).NewPageVisitor);
        Assert.Equal(1, New(second, 5, "/c"));
        Assert.Equal(1, second.Place(Visit(Start + (6 * Minute), "/a") with { VisitorId = 2 }, 0).NewPageVisitor);

        static int New(SessionBook.Batch batch, int minute, string path) => batch.Place(Visit(Start + (minute * Minute), path), 0).NewPageVisitor;
    }

    [Fact]
    public void What_a_batch_that_was_not_stored_counted_is_counted_again()
    {
        var book = new SessionBook();
        book.Begin().Place(Visit(Start, "/a"), 0);

        Assert.Equal(1, book.Begin().Place(Visit(Start, "/a"), 0).NewPageVisitor);
    }

    [Fact]
    public void A_first_page_view_is_a_new_visitor_a_new_session_and_a_bounce()
    {
        var visit = Place(Start, "/");

        Assert.Equal((1, 1, 1, 0L, ""), (visit.NewVisitor, visit.NewSession, visit.Bounce, visit.DurationMs, visit.PreviousPath));
        Assert.Equal(Start, visit.SessionStartedAt);
    }

    [Fact]
    public void Sessions_are_numbered_one_after_the_other_from_another_place_in_each_book()
    {
        var another = new SessionBook().Begin().Place(Visit(Start, "/"), 0).SessionId;
        var batch = _book.Begin();
        var sessions = Enumerable.Range(0, 5).Select(i => batch.Place(Visit(Start, "/") with { VisitorId = i }, -1).SessionId).ToList();

        Assert.Equal(Enumerable.Range(0, 5).Select(i => unchecked(sessions[0] + i)), sessions);
        Assert.DoesNotContain(another, sessions);
    }

    [Fact]
    public void The_second_visit_ends_the_bounce_and_carries_the_time_and_the_page_before()
    {
        var first = Place(Start, "/a");
        var second = Place(Start + (2 * Minute), "/b");

        Assert.Equal(first.SessionId, second.SessionId);
        Assert.Equal((0, 0, -1, 2 * Minute, "/a"), (second.NewVisitor, second.NewSession, second.Bounce, second.DurationMs, second.PreviousPath));
    }

    [Fact]
    public void A_bounce_is_ended_once()
    {
        Place(Start, "/a");
        Place(Start + 1, "/b");

        Assert.Equal(0, Place(Start + 2, "/c").Bounce);
    }

    [Fact]
    public void An_event_ends_a_bounce_and_moves_no_exit()
    {
        Place(Start, "/a");
        var signup = Place(Start + 1, "/a", "Signup");
        var next = Place(Start + 2, "/b");

        Assert.Equal((-1, ""), (signup.Bounce, signup.PreviousPath));
        Assert.Equal((0, "/a"), (next.Bounce, next.PreviousPath));
    }

    [Fact]
    public void A_session_that_opens_with_an_event_is_no_bounce()
    {
        var signup = Place(Start, "/a", "Signup");
        var page = Place(Start + 1, "/a");

        Assert.Equal((1, 0), (signup.NewSession, signup.Bounce));
        Assert.Equal((0, 0), (page.NewSession, page.Bounce));
    }

    [Fact]
    public void After_thirty_minutes_of_silence_a_session_goes_on_and_a_millisecond_later_a_new_one_begins()
    {
        var first = Place(Start, "/a");
        var inTime = Place(Start + (30 * Minute), "/b");
        var tooLate = Place(Start + (60 * Minute) + 1, "/c");

        Assert.Equal(first.SessionId, inTime.SessionId);
        Assert.NotEqual(first.SessionId, tooLate.SessionId);
        Assert.Equal((0, 1, 1), (tooLate.NewVisitor, tooLate.NewSession, tooLate.Bounce));
    }

    [Fact]
    public void A_session_ends_after_a_day_even_if_it_never_rests()
    {
        var first = Place(Start, "/");
        var last = first;
        for (var at = Start; at < Start + (24 * 60 * Minute); at += 20 * Minute)
        {
            last = Place(at, "/");
        }

        var next = Place(Start + (24 * 60 * Minute), "/");
        Assert.Equal(first.SessionId, last.SessionId);
        Assert.NotEqual(first.SessionId, next.SessionId);
    }

    [Fact]
    public void A_session_over_midnight_goes_on_under_the_new_days_identity_which_is_a_new_visitor_of_that_day()
    {
        var before = Place(Start, "/a", visitor: 1);
        var after = Place(Start + Minute, "/b", visitor: 2, yesterday: 1);
        var later = Place(Start + (2 * Minute), "/c", visitor: 2, yesterday: 1);

        Assert.Equal(before.SessionId, after.SessionId);
        Assert.Equal((1, 0, -1, Minute), (after.NewVisitor, after.NewSession, after.Bounce, after.DurationMs));
        Assert.Equal((before.SessionId, 0, "/b"), (later.SessionId, later.NewVisitor, later.PreviousPath));
    }

    [Fact]
    public void A_sessions_origin_is_that_of_its_first_visit()
    {
        var batch = _book.Begin();
        var first = batch.Place(Visit(Start, "/") with { Source = "Google", Country = "DE" }, 0);
        var second = batch.Place(Visit(Start + 1, "/b") with { Source = "Bing", Country = "FR", Hostname = "www.example.com" }, 0);

        Assert.Equal((first.Source, first.Country), (second.Source, second.Country));
        Assert.Equal("www.example.com", second.Hostname);
    }

    [Fact]
    public void A_batch_that_is_not_kept_leaves_no_trace()
    {
        _book.Begin().Place(Visit(Start, "/"), 0);

        var again = Place(Start + 1, "/");

        Assert.Equal((1, 1, 1), (again.NewVisitor, again.NewSession, again.Bounce));
    }

    [Fact]
    public void Restored_visits_continue_their_session()
    {
        var visits = new[] { Place(Start, "/a"), Place(Start + Minute, "/b", "Signup") };
        var restarted = new SessionBook();
        foreach (var visit in visits)
        {
            restarted.Restore(visit);
        }

        var next = restarted.Begin().Place(Visit(Start + (2 * Minute), "/c"), 0);

        Assert.Equal((visits[0].SessionId, 0, 0, 0), (next.SessionId, next.NewVisitor, next.NewSession, next.Bounce));
        Assert.Equal(("/a", Start), (next.PreviousPath, next.SessionStartedAt));
    }

    [Fact]
    public void A_restored_bounce_can_still_end()
    {
        var only = Place(Start, "/a");
        var restarted = new SessionBook();
        restarted.Restore(only);

        Assert.Equal(-1, restarted.Begin().Place(Visit(Start + 1, "/b"), 0).Bounce);
    }

    [Fact]
    public void A_path_that_is_older_than_what_was_restored_can_be_given()
    {
        var signup = Place(Start, "/a", "Signup");
        var restarted = new SessionBook();
        restarted.Restore(signup);

        Assert.Equal([(signup.VisitorId, signup.SessionId)], restarted.SessionsWithoutPath());
        restarted.RestorePath(signup.VisitorId, "/earlier");

        Assert.Equal("/earlier", restarted.Begin().Place(Visit(Start + 1, "/b"), 0).PreviousPath);
    }

    [Fact]
    public void Sessions_that_ended_are_forgotten()
    {
        for (var visitor = 1; visitor <= 100; visitor++)
        {
            Place(Start, "/", visitor: visitor);
        }

        Place(Start + (31 * Minute), "/", visitor: 101);

        Assert.Equal(1, _book.RunningSessions);
    }

    private static Visit Visit(long at, string path, string name = BlazorTracking.Features.Visits.Visit.PageLoad, long visitor = 1) =>
        new() { SiteId = 1, OccurredAt = at, Path = path, Event = name, VisitorId = visitor };

    private Visit Place(long at, string path, string name = BlazorTracking.Features.Visits.Visit.PageLoad, long visitor = 1, long yesterday = 0)
    {
        var batch = _book.Begin();
        var placed = batch.Place(Visit(at, path, name, visitor), yesterday);
        batch.Keep();
        return placed;
    }
}
