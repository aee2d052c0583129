namespace BlazorTracking.Features.Visitors;

/// <summary>
/// A page's URL in parts, each as the client wrote it, but for blanks at the path's end: <see cref="Uri"/> would escape
/// and shorten what the owner wants to read.
/// </summary>
/// <param name="Host">Lower case, without port; empty for a path alone, which is the site's own.</param>
/// <param name="Path">Begins with a slash; a fragment that is a route (<c>#/…</c>, <c>#!…</c>) is part of it.</param>
/// <param name="Query">Without the question mark.</param>
public sealed record PageAddress(string Host, string Path, string Query)
{
    /// <summary>Reads an absolute http(s) URL or a path that begins with a slash; null for anything else.</summary>
    public static PageAddress? Read(string url)
    {
        if (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal))
        {
            return Split("", url);
        }

        var authority = url switch
        {
            _ when url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) => url["https://".Length..],
            _ when url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) => url["http://".Length..],
            _ => null,
        };
        if (authority is null)
        {
            return null;
        }

        var end = authority.IndexOfAny(['/', '?', '#', '\\']);
        var origin = url[..(url.Length - authority.Length + (end < 0 ? authority.Length : end))];
        return Origins.HostOf(origin) is { Length: > 0 and <= 253 } host
            ? Split(host, end < 0 ? "/" : authority[end..])
            : null;
    }

    private static PageAddress Split(string host, string rest)
    {
        var fragmentAt = rest.IndexOf('#', StringComparison.Ordinal);
        var fragment = fragmentAt < 0 ? "" : rest[fragmentAt..];
        var beforeFragment = fragmentAt < 0 ? rest : rest[..fragmentAt];

        var queryAt = beforeFragment.IndexOf('?', StringComparison.Ordinal);
        var query = queryAt < 0 ? "" : beforeFragment[(queryAt + 1)..];
        var path = queryAt < 0 ? beforeFragment : beforeFragment[..queryAt];
        if (!path.StartsWith('/'))
        {
            path = "/" + path;
        }

        var isRoute = fragment.StartsWith("#/", StringComparison.Ordinal) || fragment.StartsWith("#!", StringComparison.Ordinal);
        return new PageAddress(host, (isRoute ? path + fragment : path).TrimEnd(' '), query);
    }
}
