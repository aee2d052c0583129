using BlazorTracking.Features.Visits;
using Microsoft.AspNetCore.Components;
using NetArchTest.Rules;

namespace BlazorTracking.Tests.Architecture;

/// <summary>Data goes one way: in through the beacons, out to the dashboard. Nothing goes back.</summary>
public sealed class DirectionTests
{
    private const string Root = "BlazorTracking";
    private const string Features = $"{Root}.Features";
    private const string Mud = "MudBlazor";
    private const string Components = "Microsoft.AspNetCore.Components";

    private static Types Program => Types.InAssembly(typeof(Visit).Assembly);

    [Fact]
    public void Nothing_depends_on_the_dashboard() =>
        AssertNone(Program
            .That().DoNotResideInNamespace($"{Features}.Dashboard").And().DoNotHaveName(nameof(BlazorTrackingBuilder))
            .Should().NotHaveDependencyOn($"{Features}.Dashboard"));

    [Theory]
    [InlineData("Beacons")]
    [InlineData("Visitors")]
    [InlineData("Visits")]
    [InlineData("Live")]
    [InlineData("Stats")]
    public void What_records_and_reads_visits_knows_no_page(string feature) =>
        AssertNone(Program
            .That().ResideInNamespace($"{Features}.{feature}")
            .Should().NotHaveDependencyOnAny($"{Features}.Dashboard", $"{Features}.Demo", $"{Root}.Shell", Mud, Components));

    [Theory]
    [InlineData("Visits", "Beacons", "Stats", "Live")]
    [InlineData("Visitors", "Beacons", "Stats")]
    [InlineData("Beacons", "Stats")]
    [InlineData("Stats", "Beacons")]
    public void A_feature_knows_only_what_comes_before_it(string feature, params string[] later) =>
        AssertNone(Program
            .That().ResideInNamespace($"{Features}.{feature}")
            .Should().NotHaveDependencyOnAny([.. later.Select(name => $"{Features}.{name}")]));

    [Fact]
    public void Components_know_neither_a_database_nor_an_engine() =>
        AssertNone(Program
            .That().Inherit(typeof(ComponentBase))
            .Should().NotHaveDependencyOnAny(
                "Microsoft.EntityFrameworkCore",
                "Microsoft.Data",
                "LinqToDB",
                $"{Root}.Data",
                "ClickHouse.Driver",
                "DuckDB",
                $"{Features}.Visits.ClickHouse",
                $"{Features}.Visits.Database",
                $"{Features}.Visits.DuckDb",
                typeof(IVisitStore).FullName!));

    [Fact]
    public void Only_the_store_knows_how_a_provider_writes() =>
        AssertNone(Program
            .That().ResideInNamespace(Features).And().DoNotResideInNamespace($"{Features}.Visits.Database")
            .Should().NotHaveDependencyOnAny("Microsoft.Data.Sqlite", "Microsoft.Data.SqlClient"));

    [Fact]
    public void Only_the_store_of_DuckDB_knows_DuckDB() =>
        AssertNone(Program
            .That().DoNotResideInNamespace($"{Features}.Visits.DuckDb")
            .Should().NotHaveDependencyOn("DuckDB"));

    [Fact]
    public void Only_the_store_of_ClickHouse_knows_ClickHouse() =>
        AssertNone(Program
            .That().DoNotResideInNamespace($"{Features}.Visits.ClickHouse")
            .Should().NotHaveDependencyOn("ClickHouse.Driver"));

    private static void AssertNone(ConditionList rule)
    {
        var result = rule.GetResult();
        Assert.True(result.IsSuccessful, $"These depend on what they must not: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }
}
