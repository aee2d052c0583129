using BlazorTracking.Features.Visitors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BlazorTracking.Data.Configurations;

/// <summary>No foreign key: a visitor of a site that is being deleted must not fail others. What is left behind is removed within an hour.</summary>
internal sealed class WeeklyVisitorConfiguration : IEntityTypeConfiguration<WeeklyVisitor>
{
    public void Configure(EntityTypeBuilder<WeeklyVisitor> builder)
    {
        builder.HasKey(visitor => new { visitor.SiteId, visitor.VisitorId, visitor.Week });
        builder.HasIndex(visitor => visitor.Week);
    }
}
