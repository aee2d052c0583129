using System.Globalization;
using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;
using Microsoft.Net.Http.Headers;

namespace BlazorTracking.Features.Dashboard.Details;

/// <summary>The details as a file: every value that the dialog would show on all of its pages, written while it is read.</summary>
public static class DetailsDownload
{
    /// <summary>For the site's owner.</summary>
    public static Task<IResult> GetAsync(int siteId, HttpContext context, SiteDetails details) => ReadAsync(siteId, context, details);

    /// <summary>For everybody, of a public site.</summary>
    public static Task<IResult> GetPublicAsync(int siteId, HttpContext context, SiteDetails details, Viewer viewer)
    {
        viewer.Pass = Pass.Public;
        return ReadAsync(siteId, context, details);
    }

    /// <summary>For who has a share link.</summary>
    public static Task<IResult> GetSharedAsync(int siteId, string token, HttpContext context, SiteDetails details, Viewer viewer)
    {
        (viewer.Pass, viewer.Ticket) = (Pass.Link(token), ShareLock.TicketOf(context.Request));
        return ReadAsync(siteId, context, details);
    }

    private static async Task<IResult> ReadAsync(int siteId, HttpContext context, SiteDetails details)
    {
        var parameters = context.Request.Query;
        var query = DashboardQuery.Parse(
            RangeChoice.Parse(parameters[RangeChoice.RangeParameter], parameters[RangeChoice.FromParameter], parameters[RangeChoice.ToParameter]),
            parameters[DashboardQuery.FilterParameter],
            metric: null,
            compare: null,
            interval: null);
        if (DashboardQuery.FindDimension(parameters[DashboardQuery.DetailsParameter]) is not { } dimension)
        {
            return Results.Text($"The parameter \"{DashboardQuery.DetailsParameter}\" must name what is listed, such as \"page\".", statusCode: StatusCodes.Status400BadRequest);
        }

        var view = DetailsView.Parse(parameters[DetailsView.SearchParameter], parameters[DetailsView.SortParameter], parameters[DetailsView.OrderParameter]);
        return await PageAsync(0) is { } first ? new Rows(dimension, first, PageAsync) : Results.NotFound();

        Task<DetailsPage?> PageAsync(int skip) => details.ReadAsync(
            siteId, query, dimension, asked => view.At(asked, dimension) with { Skip = skip, Take = DetailsQuery.MaxTake }, context.RequestAborted);
    }

    private sealed class Rows(Dimension dimension, DetailsPage first, Func<int, Task<DetailsPage?>> next) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = "text/csv; charset=utf-8";
            response.Headers.CacheControl = "no-store";
            response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{DashboardQuery.Name(dimension)}.csv" }.ToString();
            await using var writer = new StreamWriter(response.Body, leaveOpen: true) { NewLine = "\r\n" };
            await writer.WriteLineAsync(CsvLine.Of([Language.InEnglish(() => dimension.Title()), first.Breakdown.Unit.ToString(), "Share", .. HasSessions ? (string[])["Sessions", "Bounce rate", "Visit time in seconds"] : []]));
            var written = 0;
            for (var page = first; page is { Rows.Count: > 0 }; page = written < page.Found ? await next(written) : null)
            {
                foreach (var row in page.Rows)
                {
                    await writer.WriteLineAsync(Line(page, row));
                }

                written += page.Rows.Count;
            }
        }

        private bool HasSessions => dimension is not Dimension.Property;

        private string Line(DetailsPage page, DetailsRow row) => CsvLine.Of(
        [
            Language.InEnglish(() => dimension.Label(row.Value)),
            row.Count.ToString(CultureInfo.InvariantCulture),
            Number(page.Share(row)),
            .. HasSessions ? Sessions(row) : [],
        ]);

        private static string[] Sessions(DetailsRow row) =>
        [
            row.Sessions.ToString(CultureInfo.InvariantCulture),
            row.BounceRate is { } rate ? Number(rate) : "",
            row.AverageVisitTime is { } time ? Number(time.TotalSeconds) : "",
        ];

        private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
    }
}
