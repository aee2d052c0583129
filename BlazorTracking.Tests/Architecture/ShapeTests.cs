using System.Reflection;
using System.Runtime.CompilerServices;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BlazorTracking.Tests.Architecture;

/// <summary>What keeps the source easy to find one's way in.</summary>
public sealed class ShapeTests
{
    private const int LongestProgram = 25;

    private static readonly string[] _pageUrls = ["\"/sites", "\"/Identity", "\"/health", "\"/not-found", "\"/error", "@page \"/"];

    private static Type[] Types { get; } = [.. typeof(BlazorTrackingBuilder).Assembly.GetTypes().Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)))];

    [Fact]
    public void A_page_ends_in_Page() =>
        Assert.Empty(Types
            .Where(type => type.GetCustomAttributes<RouteAttribute>().Any() && !type.Name.EndsWith("Page", StringComparison.Ordinal))
            .Select(type => type.FullName));

    [Fact]
    public void A_class_from_which_nothing_inherits_is_sealed()
    {
        var bases = Types.Select(type => type.BaseType).OfType<Type>().Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();

        Assert.Empty(Types
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !bases.Contains(type))
            .Where(type => !IsMarkup(type) && type.Namespace?.EndsWith(".Migrations", StringComparison.Ordinal) != true && type.Name != nameof(Program))
            .Select(type => type.FullName));

        // The compiler of markup writes these; a component without code behind has nowhere to say it.
        static bool IsMarkup(Type type) => type.IsSubclassOf(typeof(ComponentBase)) || type.IsSubclassOf(typeof(Page)) || type.Namespace == "AspNetCoreGeneratedDocument" || type.Name == "_Imports";
    }

    [Fact]
    public void A_pages_url_is_written_in_one_place() =>
        Assert.Empty(
            from file in Repository.SourceFiles("BlazorTracking.App")
            where !file.EndsWith("/AppUrls.cs", StringComparison.Ordinal) && Path.GetExtension(file) is ".cs" or ".razor" or ".cshtml"
            from line in Repository.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
            where _pageUrls.Any(url => line.Text.Contains(url, StringComparison.Ordinal))
            select $"{file}:{line.Number} {line.Text.Trim()}");

    [Fact]
    public void The_program_is_short() =>
        Assert.InRange(Repository.ReadLines("BlazorTracking.App/Program.cs").Length, 1, LongestProgram);

    [Theory]
    [InlineData("BlazorTracking.App", 350)]
    [InlineData("BlazorTracking.Tests", 450)]
    public void No_file_is_long(string project, int most) =>
        Assert.Empty(
            from file in Repository.SourceFiles(project)
            let lines = Repository.ReadLines(file).Length
            where lines > most
            select $"{file}: {lines} lines");

    // What inherits from a type of the framework keeps the framework's term.
    [Theory]
    [InlineData("Helper")]
    [InlineData("Manager")]
    [InlineData("Utils")]
    public void No_name_says_nothing(string ending) =>
        Assert.Empty(Types
            .Where(type => type.Name.EndsWith(ending, StringComparison.Ordinal))
            .Where(type => type.BaseType?.Name.Contains(ending, StringComparison.Ordinal) != true)
            .Select(type => type.FullName));
}
