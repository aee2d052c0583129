using System.Text.RegularExpressions;
using System.Xml.Linq;
using BlazorTracking.Features.Languages;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Languages;

/// <summary>What the compiler does not see of the resource files. A text that is used and does not exist does not compile.</summary>
public sealed partial class ResourceFileTests
{
    private static readonly string[] _codes = [.. Language.All.Skip(1).Select(language => language.Code)];

    private static readonly string[] _all =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "BlazorTracking.App"), "*.resx", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')),
    ];

    private static readonly Lazy<string> _source = new(() => string.Concat(
        Repository.SourceFiles("BlazorTracking.App").Where(file => Path.GetExtension(file) != ".css").Select(file => File.ReadAllText(Path.Combine(Repository.Root, file)))));

    private static readonly string[] _english = [.. _all.Where(file => !Path.GetFileNameWithoutExtension(file).Contains('.', StringComparison.Ordinal))];

    public static TheoryData<string> English => [.. _english];

    public static TheoryData<string, string> Translations
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var (file, code) in _english.SelectMany(file => _codes, (file, code) => (file, code)))
            {
                pairs.Add(file, code);
            }

            return pairs;
        }
    }

    [Fact]
    public void Every_file_is_English_or_in_a_language_of_the_program() =>
        Assert.DoesNotContain(_all, file => !_english.Contains(file, StringComparer.Ordinal) && !_codes.Any(code => file.EndsWith($".{code}.resx", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Translations))]
    public void Every_text_is_in_every_language(string file, string code) => Assert.Equal(Read(file).Keys.Order(), Read(file, code).Keys.Order());

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_text_has_the_same_placeholders_in_every_language(string file, string code)
    {
        var translated = Read(file, code);

        Assert.Empty(Read(file)
            .Where(text => translated.TryGetValue(text.Key, out var other) && !Placeholders(text.Value).SetEquals(Placeholders(other)))
            .Select(text => $"{text.Key}: “{text.Value}”, “{translated[text.Key]}”"));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_text_with_a_number_has_all_the_forms_of_the_language(string file, string code)
    {
        var (english, other) = (Language.All[0].Plural.Forms, Language.All.Single(language => language.Code == code).Plural.Forms);
        var translated = Read(file, code);

        Assert.Empty(Read(file)
            .Where(text => Forms(text.Value) != 1 || Forms(translated.GetValueOrDefault(text.Key, "")) != 1)
            .Where(text => Forms(text.Value) != english || Forms(translated.GetValueOrDefault(text.Key, "")) != other)
            .Select(text => text.Key));
    }

    [Theory]
    [MemberData(nameof(English))]
    public void Every_text_is_used_and_says_something(string file)
    {
        var type = Path.GetFileNameWithoutExtension(file);

        Assert.Empty(Read(file)
            .Where(text => text.Value.Trim().Length == 0 || !Regex.IsMatch(_source.Value, $@"\b{type}\.{text.Key}\b"))
            .Select(text => text.Key));
    }

    [Theory]
    [MemberData(nameof(English))]
    public void Texts_are_in_the_order_of_their_names(string file) =>
        Assert.Equal(Read(file).Keys.Order(StringComparer.OrdinalIgnoreCase), Read(file).Keys);

    private static int Forms(string text) => text.Split(TextForms.Separator).Length;

    private static HashSet<string> Placeholders(string text) => [.. PlaceholderPattern().Matches(text).Select(match => match.Groups[1].Value)];

    private static Dictionary<string, string> Read(string file, string? code = null)
    {
        var path = Path.Combine(Repository.Root, code is null ? file : Path.ChangeExtension(file, $".{code}.resx"));
        return XDocument.Load(path).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex PlaceholderPattern();
}
