using BlazorTracking.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BlazorTracking.Data.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    // A GUID's 36 characters, with room: at Identity's 450 the keys of its tokens outgrow SQL Server's 900 bytes.
    private const int IdMaxLength = 64;

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(account => account.Id).HasMaxLength(IdMaxLength);
        builder.Property(account => account.PhoneNumber).HasMaxLength(256);
        builder.Property(account => account.DisplayName).HasMaxLength(Account.DisplayNameMaxLength);
    }
}
