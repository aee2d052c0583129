using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BlazorTracking.Tests.Features.Mail;

/// <summary>An SMTP server on a free port of this machine that keeps what it is given (RFC 5321, as much as a sender needs).</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentQueue<Received> _mails = new();
    private readonly SemaphoreSlim _arrivals = new(0);
    private readonly Task _accepting;

    /// <param name="refusals">How many mails are refused at first.</param>
    public SmtpListener(int refusals = 0)
    {
        RefusalsLeft = refusals;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public int RefusalsLeft { get; private set; }

    /// <summary>How many connections there were.</summary>
    public int Connections { get; private set; }

    public IReadOnlyList<Received> Mails => [.. _mails];

    /// <summary>Waits for the next mail and gives it.</summary>
    public async Task<Received> NextAsync()
    {
        Assert.True(await _arrivals.WaitAsync(TimeSpan.FromMinutes(1)), "No mail arrived.");
        return _mails.Last();
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _arrivals.Dispose();
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_ended.Token);
                Connections++;
                try
                {
                    await TalkAsync(client.GetStream());
                }
                catch (IOException)
                {
                    // It hung up.
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        var (from, to) = ("", "");
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(_ended.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpper(CultureInfo.InvariantCulture))
            {
                case "EHLO":
                    await writer.WriteLineAsync("250 test");
                    break;
                case "MAIL":
                    from = Address(line);
                    await writer.WriteLineAsync(RefusalsLeft-- > 0 ? "451 later" : "250 ok");
                    break;
                case "RCPT":
                    to = Address(line);
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    _mails.Enqueue(new Received(from, to, await ReadMessageAsync(reader)));
                    await writer.WriteLineAsync("250 ok");
                    _arrivals.Release();
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    private async Task<string> ReadMessageAsync(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(_ended.Token) is { } line and not ".")
        {
            // A line's first dot is doubled on the way.
            message.AppendLine(line.StartsWith('.') ? line[1..] : line);
        }

        return message.ToString();
    }

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    /// <summary>A mail as it came.</summary>
    internal sealed record Received(string From, string To, string Text);
}
