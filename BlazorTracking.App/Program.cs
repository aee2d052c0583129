using BlazorTracking;
using BlazorTracking.Data;

var builder = BlazorTrackingBuilder.Create(args);
var app = builder.AddBlazorTracking().Build();

app.UseBlazorTracking();
await app.PrepareDatabaseAsync();
await app.RunAsync();
