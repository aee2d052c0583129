using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Annotations;
using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Funnels;
using BlazorTracking.Features.Goals;
using BlazorTracking.Features.Segments;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Data;

/// <summary>Accounts, sites, salts and ledger, and the schema of visits. A provider derives from it and overrides only its difference.</summary>
public abstract class TrackingDbContext(DbContextOptions options) : IdentityUserContext<Account>(options)
{
    public DbSet<AccountSession> AccountSessions => Set<AccountSession>();
    public DbSet<Site> Sites => Set<Site>();
    public DbSet<ShareLink> ShareLinks => Set<ShareLink>();
    public DbSet<Goal> Goals => Set<Goal>();
    public DbSet<Funnel> Funnels => Set<Funnel>();
    public DbSet<Annotation> Annotations => Set<Annotation>();
    public DbSet<Segment> Segments => Set<Segment>();
    public DbSet<DailySalt> DailySalts => Set<DailySalt>();
    public DbSet<WeeklyVisitor> WeeklyVisitors => Set<WeeklyVisitor>();
    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();
    public DbSet<Visit> Visits => Set<Visit>();
    public DbSet<VisitHolder> VisitHolders => Set<VisitHolder>();

    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TrackingDbContext).Assembly);
    }
}
