namespace BlazorTracking.Operation;

/// <summary>The headers of every answer, whether it is a page or not.</summary>
public static class AnswerHeaders
{
    public static void Set(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
    }
}
