using BlazorTracking.Features.Annotations;
using BlazorTracking.Features.Dashboard.Chart;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Tests.Features.Dashboard.Chart;

public sealed class ChartNoteTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_note_stands_at_its_day_and_several_of_a_day_together() =>
        Assert.Equal(
            [new ChartNote(0, "Begin"), new ChartNote(5, "Launch · Sale")],
            Of(null, (19, "Begin"), (24, "Launch"), (24, "Sale"), (18, "Before"), (26, "After")));

    [Fact]
    public void In_hours_it_stands_at_the_first_of_its_day() => Assert.Equal([new ChartNote(24, "Launch")], Of(Interval.Hour, (20, "Launch")));

    [Fact]
    public void Without_notes_there_is_nothing_to_mark() => Assert.Empty(Of(null));

    private static IReadOnlyList<ChartNote> Of(Interval? interval, params (int Day, string Text)[] notes) => ChartNote.Of(
        new RangeChoice(RangeKind.Last7Days).Resolve(TimeZoneInfo.Utc, _now, null, interval),
        [.. notes.Select(note => new Annotation { Date = new DateOnly(2026, 11, note.Day), Text = note.Text })]);
}
