using System.Reflection;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Operation;

public sealed class DeploymentGuideTests
{
    public static TheoryData<string> Settings =>
    [
        .. from type in typeof(BlazorTrackingBuilder).Assembly.GetTypes()
           where type.Name.EndsWith("Options", StringComparison.Ordinal)
           let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as string
           where section is not null
           from property in type.GetProperties()
           select $"{section}:{property.Name}",
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_setting_is_in_the_table(string setting) =>
        Assert.Contains(Repository.ReadLines("docs/deployment.md"), line => line.StartsWith($"| `{setting}` |", StringComparison.Ordinal));
}
