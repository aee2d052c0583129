using System.Globalization;
using System.Reflection;

namespace BlazorTracking.Tests.Architecture;

/// <summary>Whatever the system that this one follows could do is shown by tests that bear its number.</summary>
public sealed class ReferenceTests
{
    private const int Behaviours = 18;

    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, Behaviours)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_behaviour_of_the_reference_has_a_test(int number) =>
        Assert.Contains(
            from type in typeof(ReferenceTests).Assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            where method.GetCustomAttributes<FactAttribute>().Any()
            select method.Name,
            name => name.StartsWith(string.Create(CultureInfo.InvariantCulture, $"R{number}_"), StringComparison.Ordinal));
}
