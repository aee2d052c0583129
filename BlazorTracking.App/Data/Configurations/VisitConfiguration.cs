using BlazorTracking.Features.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BlazorTracking.Data.Configurations;

/// <summary>
/// No foreign key leads from a visit to its site: visits may live in another engine, and an append must not read.
/// <see cref="IVisitStore.DeleteSiteAsync"/> removes them with their site.
/// </summary>
internal sealed class VisitConfiguration : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.HasKey(visit => visit.Id);
        builder.Property(visit => visit.Id).ValueGeneratedNever();
        builder.HasIndex(visit => new { visit.SiteId, visit.OccurredAt });
        builder.Ignore(visit => visit.IsPageView);

        Text(visit => visit.Event, 120);
        Text(visit => visit.Hostname, 253);
        Text(visit => visit.Path, 2000);
        Text(visit => visit.Properties, 4000);
        Text(visit => visit.PreviousPath, 2000);
        Text(visit => visit.ReferrerHost, 253);
        Text(visit => visit.ReferrerPath, 2000);
        Text(visit => visit.Source, 253);
        Text(visit => visit.Channel, 40);
        Text(visit => visit.UtmSource, 200);
        Text(visit => visit.UtmMedium, 200);
        Text(visit => visit.UtmCampaign, 200);
        Text(visit => visit.UtmContent, 200);
        Text(visit => visit.UtmTerm, 200);
        Text(visit => visit.Country, 2);
        Text(visit => visit.Region, 100);
        Text(visit => visit.City, 100);
        Text(visit => visit.PostalCode, 20);
        Text(visit => visit.Browser, 60);
        Text(visit => visit.BrowserVersion, 30);
        Text(visit => visit.OperatingSystem, 60);
        Text(visit => visit.OperatingSystemVersion, 30);
        Text(visit => visit.Device, 20);
        Text(visit => visit.Screen, 20);
        Text(visit => visit.Language, 35);
        Text(visit => visit.Address, 45);

        void Text(System.Linq.Expressions.Expression<Func<Visit, string>> property, int maximum) =>
            builder.Property(property).HasMaxLength(maximum);
    }
}
