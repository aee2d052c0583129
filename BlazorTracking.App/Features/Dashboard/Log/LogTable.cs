namespace BlazorTracking.Features.Dashboard.Log;

public static class LogTable
{
}
