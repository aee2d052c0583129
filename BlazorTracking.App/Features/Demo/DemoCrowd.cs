using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Demo;

/// <summary>
/// The visitors of one demonstration site, simulated from a start instant on: told how late it is, it gives the visits
/// that occurred since it was last told, in order. History and live traffic come out of the same crowd, so that
/// sessions run on from one into the other.
/// </summary>
internal sealed class DemoCrowd
{
    /// <summary>The share of sessions whose visitor was there before on the same day.</summary>
    private const double ReturnRate = 0.17;

    /// <summary>Where visitors are recognised, the share of new ones who will be back some day, and of sessions that are theirs.</summary>
    private const double RegularShare = 0.3;

    private const double RegularsReturnRate = 0.22;

    /// <summary>A peak's next day has this share of it.</summary>
    private const double PeakDecay = 0.35;

    private const int DaysOfGrowth = 90;

    /// <summary>For so long one rate of sessions is taken as constant: short beside the hours that the rates are given for.</summary>
    private const long Step = 10 * 60 * 1000;

    private readonly Random _random;
    private readonly DemoJourney _journey;
    private readonly AgentReader _agents;
    private readonly TimeZoneInfo _zone;
    private readonly string _host;
    private readonly Dictionary<DemoSource, Referral> _referrals;
    private readonly PriorityQueue<VisitDraft, long> _coming = new();
    private readonly List<DemoVisitor> _seenToday = [];
    private readonly List<DemoVisitor> _regulars = [];
    private readonly DateOnly _lastDayOfGrowth;
    private DateOnly _today;
    private long _clock;

    /// <param name="site">The character of the site.</param>
    /// <param name="owned">The site that the visits are recorded for.</param>
    /// <param name="agents">Reads browser and system out of the visitors' user agents, as for real ones.</param>
    /// <param name="from">Nobody came before: UTC, Unix milliseconds.</param>
    /// <param name="now">The end of the history: growth ends here, and the days before peaks are counted back.</param>
    /// <param name="random">Not a secure source: the same seed gives the same crowd.</param>
    public DemoCrowd(DemoSite site, Site owned, AgentReader agents, long from, DateTimeOffset now, Random random)
    {
        Site = site;
        SiteId = owned.Id;
        _agents = agents;
        _random = random;
        _clock = from;
        _journey = new DemoJourney(site);
        _host = new Uri(site.BaseUrl).Host;
        _zone = TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone);
        _lastDayOfGrowth = DateAt(now.ToUnixTimeMilliseconds());
        _referrals = site.Sources.Items.Concat(site.Peaks.Select(peak => peak.Source)).Distinct().ToDictionary(source => source, Read);
    }

    public DemoSite Site { get; }

    public int SiteId { get; }

    /// <summary>Until when it was told that it is: UTC, Unix milliseconds.</summary>
    public long Clock => _clock;

    /// <param name="until">UTC, Unix milliseconds; not before the last call's.</param>
    public IReadOnlyList<VisitDraft> Advance(long until)
    {
        while (_clock < until)
        {
            var end = Math.Min(until, _clock + Step);
            var (usual, peaks) = SessionsPerDay(_clock);
            var share = (end - _clock) / (double)TimeSpan.FromDays(1).TotalMilliseconds;
            Begin(Poisson(usual * share), end, null);
            foreach (var (peak, sessions) in peaks)
            {
                Begin(Poisson(sessions * share), end, peak.Source);
            }

            _clock = end;
        }

        var visits = new List<VisitDraft>();
        while (_coming.TryPeek(out _, out var occurredAt) && occurredAt < until)
        {
            visits.Add(_coming.Dequeue());
        }

        return visits;
    }

    /// <summary>The sessions that would begin in a day of which every hour is like this instant's.</summary>
    private (double Usual, IEnumerable<(DemoPeak Peak, double Sessions)> Peaks) SessionsPerDay(long instant)
    {
        var local = LocalAt(instant);
        var daysAgo = _lastDayOfGrowth.DayNumber - DateOnly.FromDateTime(local).DayNumber;
        var hour = Site.Hours[local.Hour] / Site.Hours.Average();
        var weekday = Site.Weekdays[(int)local.DayOfWeek] / Site.Weekdays.Average();
        var growth = Math.Pow(Site.Growth, -Math.Max(0, daysAgo) / (double)DaysOfGrowth);
        var peaks = Site.Peaks
            .Where(peak => daysAgo <= peak.DaysAgo && daysAgo > peak.DaysAgo - 4)
            .Select(peak => (peak, Site.SessionsPerDay * hour * peak.Factor * Math.Pow(PeakDecay, peak.DaysAgo - daysAgo)));
        return (Site.SessionsPerDay * hour * weekday * growth * Mood(daysAgo), peaks);
    }

    /// <summary>No two weeks are alike: a factor around 1, the same for the whole of a day.</summary>
    private static double Mood(int daysAgo) => 1 + (0.07 * Math.Sin(daysAgo * 2.4)) + (0.04 * Math.Sin(daysAgo * 0.71));

    private void Begin(int sessions, long end, DemoSource? source)
    {
        for (var i = 0; i < sessions; i++)
        {
            BeginSession(_random.NextInt64(_clock, end), source ?? Site.Sources.Draw(_random));
        }
    }

    private void BeginSession(long startsAt, DemoSource source)
    {
        var visitor = DrawVisitor(startsAt);
        var agent = _agents.Read(visitor.Agent.UserAgent, visitor.Agent.Hints);
        var referral = _referrals[source];
        var session = new Visit
        {
            SiteId = SiteId,
            Hostname = _host,
            ReferrerHost = referral.ReferrerHost,
            ReferrerPath = referral.ReferrerPath,
            Source = referral.Source,
            Channel = referral.Channel,
            UtmSource = referral.UtmSource,
            UtmMedium = referral.UtmMedium,
            UtmCampaign = referral.UtmCampaign,
            UtmContent = referral.UtmContent,
            UtmTerm = referral.UtmTerm,
            Country = visitor.Place.Country,
            Region = visitor.Place.Region,
            City = visitor.Place.City,
            PostalCode = visitor.Place.PostalCode,
            Latitude = visitor.Place.Latitude,
            Longitude = visitor.Place.Longitude,
            Browser = agent.Browser,
            BrowserVersion = agent.BrowserVersion,
            OperatingSystem = agent.OperatingSystem,
            OperatingSystemVersion = agent.OperatingSystemVersion,
            Device = agent.Device,
            Screen = ScreenClass.Of(visitor.Width),
            Language = visitor.Language,
            Trust = VisitTrust.OwnOrigin,
        };

        var at = startsAt;
        foreach (var step in _journey.Draw(source, _random))
        {
            at += (long)step.Wait.TotalMilliseconds;
            var date = DateAt(at);
            var visit = session with
            {
                Id = VisitId.New(DateTimeOffset.FromUnixTimeMilliseconds(at)),
                OccurredAt = at,
                Event = step.Event,
                Path = step.Path,
                Properties = step.Properties,
                VisitorId = visitor.IdOn(date),
            };
            _coming.Enqueue(new VisitDraft(visit, visitor.IdOn(date.AddDays(-1)), Recognise(visitor, date)), at);
        }
    }

    private DemoVisitor DrawVisitor(long instant)
    {
        var date = DateAt(instant);
        if (date > _today)
        {
            _today = date;
            _seenToday.Clear();
        }

        if (_seenToday.Count > 0 && _random.NextDouble() < ReturnRate)
        {
            return _seenToday[_random.Next(_seenToday.Count)];
        }

        var visitor = FindRegular() ?? DemoVisitor.Draw(Site, _random);
        _seenToday.Add(visitor);
        return visitor;
    }

    // The longer ago somebody came first, the less likely to be back.
    private DemoVisitor? FindRegular()
    {
        if (!Site.RecognisesVisitors)
        {
            return null;
        }

        if (_regulars.Count > 0 && _random.NextDouble() < RegularsReturnRate)
        {
            return _regulars[^(1 + (int)(_regulars.Count * Math.Pow(_random.NextDouble(), 3)))];
        }

        var visitor = DemoVisitor.Draw(Site, _random);
        if (_random.NextDouble() < RegularShare)
        {
            _regulars.Add(visitor);
        }

        return visitor;
    }

    private WeeklyVisitor? Recognise(DemoVisitor visitor, DateOnly date) => !Site.RecognisesVisitors ? null : new WeeklyVisitor
    {
        SiteId = SiteId,
        Week = WeeklyVisitor.WeekOf(date),
        VisitorId = (long)visitor.Key,
    };

    private Referral Read(DemoSource source) => ReferralReader.Read(_host, source.Query, source.Referrer, _host);

    private DateTime LocalAt(long instant) =>
        TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(instant), _zone).DateTime;

    /// <summary>The calendar date at the site.</summary>
    public DateOnly DateAt(long instant) => DateOnly.FromDateTime(LocalAt(instant));

    /// <summary>How often something happens that is expected so many times (Knuth, The Art of Computer Programming, 3.4.1).</summary>
    private int Poisson(double expected)
    {
        var limit = Math.Exp(-expected);
        var count = 0;
        for (var product = _random.NextDouble(); product > limit; product *= _random.NextDouble())
        {
            count++;
        }

        return count;
    }
}
