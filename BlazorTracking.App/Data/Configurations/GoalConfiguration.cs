using BlazorTracking.Features.Goals;
using BlazorTracking.Features.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BlazorTracking.Data.Configurations;

internal sealed class GoalConfiguration : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> builder)
    {
        builder.Property(goal => goal.Name).HasMaxLength(Goal.NameMaxLength);
        builder.Property(goal => goal.Text).HasMaxLength(Goal.TextMaxLength);
        builder.Ignore(goal => goal.Condition);
        builder.HasOne<Site>().WithMany().HasForeignKey(goal => goal.SiteId).OnDelete(DeleteBehavior.Cascade);
    }
}
