using BlazorTracking.Features.Annotations;
using BlazorTracking.Features.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BlazorTracking.Data.Configurations;

internal sealed class AnnotationConfiguration : IEntityTypeConfiguration<Annotation>
{
    public void Configure(EntityTypeBuilder<Annotation> builder)
    {
        builder.Property(note => note.Text).HasMaxLength(Annotation.TextMaxLength);
        builder.HasIndex(note => new { note.SiteId, note.Date });
        builder.HasOne<Site>().WithMany().HasForeignKey(note => note.SiteId).OnDelete(DeleteBehavior.Cascade);
    }
}
