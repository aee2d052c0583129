using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visitors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BlazorTracking.Data.Configurations;

internal sealed class SiteConfiguration : IEntityTypeConfiguration<Site>
{
    public void Configure(EntityTypeBuilder<Site> builder)
    {
        builder.Property(site => site.Name).HasMaxLength(Site.NameMaxLength);
        builder.Property(site => site.BaseUrl).HasMaxLength(Site.BaseUrlMaxLength);
        builder.Property(site => site.TimeZone).HasMaxLength(64);
        builder.Property(site => site.RecognitionSalt).HasMaxLength(SipHash.KeyLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(site => site.OwnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
