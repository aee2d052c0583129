using BlazorTracking.Features.Visitors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BlazorTracking.Data.Configurations;

internal sealed class DailySaltConfiguration : IEntityTypeConfiguration<DailySalt>
{
    public void Configure(EntityTypeBuilder<DailySalt> builder)
    {
        builder.HasKey(salt => salt.Date);
        builder.Property(salt => salt.Value).HasMaxLength(DailySalt.Length);
    }
}
