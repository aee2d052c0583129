using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BlazorTracking.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class RecognitionAndSharing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "PublicPanels",
                table: "Sites",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "RecognitionSalt",
                table: "Sites",
                type: "varbinary(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ShareLinks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SiteId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    TokenHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Panels = table.Column<int>(type: "int", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    OpenedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShareLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ShareLinks_Sites_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Sites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WeeklyVisitors",
                columns: table => new
                {
                    SiteId = table.Column<int>(type: "int", nullable: false),
                    Week = table.Column<DateOnly>(type: "date", nullable: false),
                    VisitorId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WeeklyVisitors", x => new { x.SiteId, x.VisitorId, x.Week });
                });

            migrationBuilder.CreateIndex(
                name: "IX_ShareLinks_SiteId",
                table: "ShareLinks",
                column: "SiteId");

            migrationBuilder.CreateIndex(
                name: "IX_ShareLinks_TokenHash",
                table: "ShareLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WeeklyVisitors_Week",
                table: "WeeklyVisitors",
                column: "Week");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ShareLinks");

            migrationBuilder.DropTable(
                name: "WeeklyVisitors");

            migrationBuilder.DropColumn(
                name: "PublicPanels",
                table: "Sites");

            migrationBuilder.DropColumn(
                name: "RecognitionSalt",
                table: "Sites");
        }
    }
}
