using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BlazorTracking.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class PageVisitors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "NewPageVisitor",
                table: "Visits",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Sql(
                """
                WITH [Views] AS (
                    SELECT [NewPageVisitor], ROW_NUMBER() OVER (PARTITION BY [SiteId], [VisitorId], [Path] ORDER BY [OccurredAt], [Id]) AS [Number]
                    FROM [Visits] WHERE [Event] = N'PageLoad')
                UPDATE [Views] SET [NewPageVisitor] = 1 WHERE [Number] = 1;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "NewPageVisitor",
                table: "Visits");
        }
    }
}
