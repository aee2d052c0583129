using BlazorTracking.Features.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BlazorTracking.Data.Configurations;

internal sealed class VisitHolderConfiguration : IEntityTypeConfiguration<VisitHolder>
{
    private const int LongestName = 20;

    public void Configure(EntityTypeBuilder<VisitHolder> builder)
    {
        builder.HasKey(holder => holder.Id);
        builder.Property(holder => holder.Id).ValueGeneratedNever();
        builder.Property(holder => holder.Engine).HasConversion<string>().HasMaxLength(LongestName);
    }
}
