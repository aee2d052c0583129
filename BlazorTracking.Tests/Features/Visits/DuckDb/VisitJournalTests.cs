using BlazorTracking.Features.Visits;
using BlazorTracking.Features.Visits.DuckDb;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Visits.DuckDb;

public sealed class VisitJournalTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string File => _directory.PathOf("journal");

    [Fact]
    public void What_was_appended_is_read_as_it_was()
    {
        Visit[] first = [SampleVisit.Of(1) with { Path = "/größe \"😀\" \\ </script>\u0001", Latitude = null, Trust = VisitTrust.ForeignOrigin }];
        Visit[] second = [SampleVisit.Of(1), SampleVisit.Of(2) with { Bounce = -1, Latitude = 1.0 / 3 }];
        using (var journal = new VisitJournal(File))
        {
            journal.Append(7, first);
            journal.Append(8, second);
            Assert.Equal([.. first, .. second], journal.Visits);
            Assert.Equal(8, journal.LastNumber);
        }

        var batches = VisitJournal.Read(File).ToList();
        Assert.Equal([7L, 8L], batches.Select(batch => batch.Number));
        Assert.Equal(first, batches[0].Visits);
        Assert.Equal(second, batches[1].Visits);
    }

    [Fact]
    public void A_file_that_is_not_there_holds_nothing() => Assert.Empty(VisitJournal.Read(File));

    [Fact]
    public void Of_a_file_that_was_cut_off_anywhere_the_whole_batches_are_read()
    {
        var ends = new List<long>();
        using (var journal = new VisitJournal(File))
        {
            for (var number = 1; number <= 3; number++)
            {
                journal.Append(number, [SampleVisit.Of(1)]);
                ends.Add(new FileInfo(File).Length);
            }
        }

        var whole = System.IO.File.ReadAllBytes(File);
        for (var length = 0; length <= whole.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);

            Assert.Equal(ends.Count(end => end <= length), VisitJournal.Read(File).Count());
        }
    }

    [Fact]
    public void A_batch_in_which_a_byte_is_another_and_all_after_it_are_not_read()
    {
        long end;
        using (var journal = new VisitJournal(File))
        {
            journal.Append(1, [SampleVisit.Of(1)]);
            end = new FileInfo(File).Length;
            journal.Append(2, [SampleVisit.Of(1)]);
            journal.Append(3, [SampleVisit.Of(1)]);
        }

        var whole = System.IO.File.ReadAllBytes(File);
        for (var i = end; i < end + ((whole.Length - end) / 2); i++)
        {
            var damaged = whole.ToArray();
            damaged[i] ^= 0x10;
            System.IO.File.WriteAllBytes(File, damaged);

            Assert.Equal([1L], VisitJournal.Read(File).Select(batch => batch.Number));
        }
    }

    [Fact]
    public void What_was_cleared_is_not_read_and_the_next_batch_is_the_first()
    {
        using var journal = new VisitJournal(File);
        journal.Append(1, [SampleVisit.Of(1), SampleVisit.Of(1)]);

        journal.Clear();

        Assert.Empty(journal.Visits);
        Assert.Empty(VisitJournal.Read(File));
        journal.Append(2, [SampleVisit.Of(1)]);
        Assert.Equal([2L], VisitJournal.Read(File).Select(batch => batch.Number));
    }

    public void Dispose() => _directory.Dispose();
}
