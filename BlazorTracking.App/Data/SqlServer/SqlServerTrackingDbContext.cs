using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Data.SqlServer;

public sealed class SqlServerTrackingDbContext(DbContextOptions<SqlServerTrackingDbContext> options) : TrackingDbContext(options);
