using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Import.Plausible;

/// <summary>The page views of a day, to be taken one by one: those with which sessions open first.</summary>
internal sealed class PageSupply
{
    private readonly List<(PlannedVisit Page, long Left)> _pages;
    private readonly List<(string Path, long Left)> _entries;
    private int _entry;
    private int _next;

    public PageSupply(PlausibleDay day, string host)
    {
        var pages = day.Pages.Count > 0 ? day.Pages : [(host, "/", day.PageViews)];
        _pages = [.. pages.Where(page => page.Count > 0).Select(page => (new PlannedVisit(Visit.PageLoad, page.Host, page.Path, ""), page.Count))];
        _entries = [.. day.EntryPages];
        Left = _pages.Sum(page => page.Left);
    }

    /// <summary>How many there are.</summary>
    public long Left { get; private set; }

    /// <summary>One with which a session opens: an entry page's as long as there is one.</summary>
    public PlannedVisit TakeEntry()
    {
        for (; _entry < _entries.Count; _entry++)
        {
            var (path, left) = _entries[_entry];
            if (left > 0 && _pages.FindIndex(page => page.Page.Path == path) is >= 0 and var at)
            {
                _entries[_entry] = (path, left - 1);
                return Take(at);
            }
        }

        return TakeNext();
    }

    /// <summary>All that are left, the pages in turn.</summary>
    public IEnumerable<PlannedVisit> TakeRest()
    {
        while (Left > 0)
        {
            yield return TakeNext();
        }
    }

    private PlannedVisit TakeNext()
    {
        _next = (_next + 1) % _pages.Count;
        return Take(_next);
    }

    private PlannedVisit Take(int at)
    {
        var (page, left) = _pages[at];
        Left--;
        if (left == 1)
        {
            _pages.RemoveAt(at);
        }
        else
        {
            _pages[at] = (page, left - 1);
        }

        return page;
    }
}
