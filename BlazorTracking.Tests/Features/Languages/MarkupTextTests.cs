using System.Text.RegularExpressions;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Languages;

/// <summary>What a page says comes from a resource file: markup with words of its own says them in one language only.</summary>
public sealed partial class MarkupTextTests
{
    // Names that are the same in every language, and the words of HTML in the snippet.
    private static readonly HashSet<string> _names = ["BlazorTracking", "CSV", "https://example.com", "script", "noscript", "img"];

    public static TheoryData<string> Files =>
        [.. Repository.SourceFiles("BlazorTracking.App").Where(file => Path.GetExtension(file) is ".razor" or ".cshtml")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Markup_has_no_words_of_its_own(string file)
    {
        var markup = NotShown().Replace(File.ReadAllText(Path.Combine(Repository.Root, file)), "");

        var words = Words().Matches(markup).Select(match => match.Groups["text"].Value.Trim(' ', '·', '\r', '\n')).Where(text => !_names.Contains(text) && !Code().IsMatch(text)).ToList();

        Assert.Empty(words);
    }

    [Theory]
    [InlineData("<p>Nothing here.</p>", "Nothing here.")]
    [InlineData("<b>@count visitors</b>", "visitors")]
    [InlineData("""<a title="Go back" href="@url">‹</a>""", "Go back")]
    [InlineData("""<a title="@ShellText.Back" href="/sites">@ShellText.Back</a>""", null)]
    [InlineData("<!-- why --><p>@(count > 1 ? many : one)</p>", null)]
    public void Words_are_found(string markup, string? words) =>
        Assert.Equal(words, Words().Matches(NotShown().Replace(markup, "")).Select(match => match.Groups["text"].Value.Trim()).FirstOrDefault(text => !Code().IsMatch(text)));

    // Comments, code, and what is drawn.
    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|<(?<tag>script|svg|code|pre)\b.*?</\k<tag>>|@code\s*\{.*\z|@(?:if|for|foreach|else if|switch)\s*\(.*?\)\s*$|@\(.*?\)(?=[<\s""])|@[\w.?]+(?:\([^()]*\))?", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex NotShown();

    [GeneratedRegex(@">(?<text>[^<>{}""=;]*\p{L}{2}[^<>{}""=;]*)<|\b(?:title|aria-label|placeholder|alt|label|Title|Label|Placeholder|ButtonLabel)=""(?<text>[^""@]*\p{L}{2}[^""@]*)""")]
    private static partial Regex Words();

    // What stands between two comparisons of a statement.
    [GeneratedRegex(@"^[\w.]*\)|\w\.\w|&&|\|\||=>|\(\w*\)")]
    private static partial Regex Code();
}
