using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BlazorTracking.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class VisitHolder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "VisitHolders",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Engine = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Location = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitHolders", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "VisitHolders");
        }
    }
}
