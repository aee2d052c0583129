using BlazorTracking.Features.Demo;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Demo;

public sealed class DemoFeatureTests
{
    [Fact]
    public async Task Without_the_setting_there_is_no_demonstration()
    {
        await using var app = new AppFactory();

        Assert.Null(app.Services.GetService<DemoHistory>());
        await using var context = app.CreateContext();
        Assert.False(await context.Users.AnyAsync());
    }

    [Fact]
    public void The_switch_takes_nothing_from_the_arguments_beside_it() =>
        Assert.Equal(
            ["--urls", "http://127.0.0.1:1", "--Demo:Enabled=true", "--Data:Directory=x"],
            DemoFeature.ReadSwitch(["--urls", "http://127.0.0.1:1", "--demo", "--Data:Directory=x"]));
}
