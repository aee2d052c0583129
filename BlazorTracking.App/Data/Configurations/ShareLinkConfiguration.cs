using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BlazorTracking.Data.Configurations;

internal sealed class ShareLinkConfiguration : IEntityTypeConfiguration<ShareLink>
{
    public void Configure(EntityTypeBuilder<ShareLink> builder)
    {
        builder.Property(link => link.Name).HasMaxLength(ShareLink.NameMaxLength);
        builder.Property(link => link.TokenHash).HasMaxLength(64);
        builder.Property(link => link.PasswordHash).HasMaxLength(200);
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasOne<Site>().WithMany().HasForeignKey(link => link.SiteId).OnDelete(DeleteBehavior.Cascade);
    }
}
