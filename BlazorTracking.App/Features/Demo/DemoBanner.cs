using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BlazorTracking.Features.Demo;

/// <summary>
/// Tells whoever started the demonstration where it is and how to sign in. On the console and not in the log, which
/// may be kept and sent elsewhere.
/// </summary>
internal sealed class DemoBanner(DemoAccount account, IServer server, IHostApplicationLifetime lifetime) : IHostedService
{
    private CancellationTokenRegistration _started;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _started = lifetime.ApplicationStarted.Register(() => Console.Out.Write(Text()));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _started.DisposeAsync().AsTask();

    internal string Text()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return Box(
        [
            "BlazorTracking, demonstration",
            "",
            .. addresses.Select(address => $"Open       {address}"),
            $"E-mail     {DemoAccount.Email}",
            $"Password   {account.Password ?? "as you changed it"}",
        ]);
    }

    private static string Box(IReadOnlyList<string> lines)
    {
        var width = lines.Max(line => line.Length);
        var box = new StringBuilder().AppendLine().Append("  ┌").Append('─', width + 4).AppendLine("┐");
        foreach (var line in lines)
        {
            box.Append("  │  ").Append(line.PadRight(width)).AppendLine("  │");
        }

        return box.Append("  └").Append('─', width + 4).AppendLine("┘").AppendLine().ToString();
    }
}
