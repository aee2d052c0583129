using System.Linq.Expressions;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Stats;

/// <summary>
/// Keeps translated queries apart. linq2db makes one parameter of texts that are equal when it translates a query, and
/// when it uses the translation again compares no more than two of them: of three that were equal once, one that is
/// another now would be taken for the others. A condition that always holds, and is another one where other texts are
/// equal, makes it translate anew.
/// </summary>
internal static class TextShape
{
    /// <param name="texts">What a query compares with, also as patterns.</param>
    public static Expression<Func<Visit, bool>> Of(IEnumerable<string> texts)
    {
        List<string> parts = [.. texts.SelectMany(text => text.Split(TextPattern.Any))];
        var shape = string.Join('.', parts.Select(part => parts.IndexOf(part)));
        return Expression.Lambda<Func<Visit, bool>>(
            Expression.NotEqual(Expression.Constant($"={shape}"), Expression.Constant("")), Expression.Parameter(typeof(Visit), "visit"));
    }
}
