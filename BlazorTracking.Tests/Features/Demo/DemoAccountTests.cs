using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Demo;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Demo;

public sealed class DemoAccountTests : IAsyncLifetime
{
    private readonly AppFactory _app = new();
    private DemoAccount _account = null!;

    public Task InitializeAsync()
    {
        _app.Settings["Demo:Enabled"] = "true";
        _app.Settings["Demo:Days"] = "1";
        _account = _app.Services.GetRequiredService<DemoAccount>();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_password_is_kept_in_a_file_that_its_owner_alone_can_read()
    {
        Assert.Equal(_account.Password, (await File.ReadAllTextAsync(PasswordFile)).Trim());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PasswordFile));
        }
    }

    [Fact]
    public async Task A_password_that_was_changed_is_left_alone_and_not_printed()
    {
        await WithAccountAsync(async (accounts, account) =>
            Assert.True((await accounts.ChangePasswordAsync(account, _account.Password!, "Nine Lives 9!")).Succeeded));

        await _account.PrepareAsync(CancellationToken.None);

        Assert.Null(_account.Password);
        await WithAccountAsync(async (accounts, account) => Assert.True(await accounts.CheckPasswordAsync(account, "Nine Lives 9!")));
    }

    [Fact]
    public async Task Without_the_file_there_is_another_password()
    {
        var before = _account.Password;
        File.Delete(PasswordFile);

        await _account.PrepareAsync(CancellationToken.None);

        Assert.NotEqual(before, _account.Password);
        await WithAccountAsync(async (accounts, account) => Assert.True(await accounts.CheckPasswordAsync(account, _account.Password!)));
    }

    private string PasswordFile => Path.Combine(_app.DataDirectory, DemoAccount.PasswordFile);

    private async Task WithAccountAsync(Func<UserManager<Account>, Account, Task> action)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await action(accounts, (await accounts.FindByEmailAsync(DemoAccount.Email))!);
    }
}
