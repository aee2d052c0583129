using System.Text.Json;
using BlazorTracking.Features.Funnels;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BlazorTracking.Data.Configurations;

/// <summary>The steps are one text: they are only ever read and written together.</summary>
internal sealed class FunnelConfiguration : IEntityTypeConfiguration<Funnel>
{
    public void Configure(EntityTypeBuilder<Funnel> builder)
    {
        builder.Property(funnel => funnel.Name).HasMaxLength(Funnel.NameMaxLength);
        builder.Property(funnel => funnel.Steps).HasConversion(
            steps => JsonSerializer.Serialize(steps, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<List<VisitCondition>>(text, JsonSerializerOptions.Default)!,
            new ValueComparer<IReadOnlyList<VisitCondition>>(
                (one, other) => one!.SequenceEqual(other!),
                steps => steps.Aggregate(0, (hash, step) => HashCode.Combine(hash, step)),
                steps => steps));
        builder.HasOne<Site>().WithMany().HasForeignKey(funnel => funnel.SiteId).OnDelete(DeleteBehavior.Cascade);
    }
}
