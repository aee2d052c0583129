using BlazorTracking.Features.Segments;
using BlazorTracking.Features.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BlazorTracking.Data.Configurations;

internal sealed class SegmentConfiguration : IEntityTypeConfiguration<Segment>
{
    public void Configure(EntityTypeBuilder<Segment> builder)
    {
        builder.Property(segment => segment.Name).HasMaxLength(Segment.NameMaxLength);
        builder.Property(segment => segment.Filters).HasMaxLength(Segment.FiltersMaxLength);
        builder.HasIndex(segment => new { segment.SiteId, segment.Name }).IsUnique();
        builder.HasOne<Site>().WithMany().HasForeignKey(segment => segment.SiteId).OnDelete(DeleteBehavior.Cascade);
    }
}
