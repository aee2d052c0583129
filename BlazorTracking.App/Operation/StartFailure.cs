using System.ComponentModel;
using System.Net.Sockets;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Operation;

/// <summary>Says in a sentence why the program cannot start, where the operator can do something about it.</summary>
public static partial class StartFailure
{
    /// <summary>The sentence, or several on a line each; null for a failure that is the program's own.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        SettingException => exception.Message,
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures.Select(failure => Sentence(invalid, failure))),
        AggregateException several when several.InnerExceptions.All(inner => Explain(inner) is not null) =>
            string.Join(Environment.NewLine, several.InnerExceptions.Select(Explain)),
        InvalidOperationException when Conversion.Match(exception.Message) is { Success: true } match =>
            Sentence(match.Groups["setting"].Value, match.Groups["value"].Value, match.Groups["type"].Value),
        IOException { InnerException: AddressInUseException } =>
            $"{exception.Message.TrimEnd('.')}. Another program listens there: end it, or choose another address with --urls.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            "urls: the program may not listen on that port; choose one above 1023, or put a proxy in front.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            "urls: this machine does not have that address; choose another one with --urls.",
        FormatException when exception.Message.StartsWith("Invalid url", StringComparison.Ordinal) =>
            $"urls must be one or several addresses such as http://localhost:5080 with semicolons between. {exception.Message}",
        InvalidDataException when exception.Message.StartsWith("Failed to load configuration", StringComparison.Ordinal) =>
            $"{exception.Message.TrimEnd('.')}: {exception.GetBaseException().Message}",
        _ => null,
    };

    // The framework wraps the message of an attribute; one that does not name its setting gets the name in front.
    private static string Sentence(OptionsValidationException invalid, string failure)
    {
        if (Annotation.Match(failure) is not { Success: true } match)
        {
            return failure;
        }

        var message = match.Groups["message"].Value;
        var section = invalid.OptionsType.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as string;
        return section is null || message.Contains($"{section}:", StringComparison.Ordinal)
            ? message
            : $"{section}:{match.Groups["member"].Value}: {message}";
    }

    private static string Sentence(string setting, string value, string typeName)
    {
        var type = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(typeName)).FirstOrDefault(type => type is not null);
        if (type?.IsEnum == true)
        {
            return $"{setting} must be {string.Join(" or ", Enum.GetNames(type))}, not “{value}”.";
        }

        var kind = type switch
        {
            null => "another value",
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(TimeSpan) => "a time span such as 00:30:00",
            _ when TypeDescriptor.GetConverter(type) is BaseNumberConverter => "a number",
            _ => $"a {type.Name}",
        };
        return $"{setting} must be {kind}, not “{value}”.";
    }

    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<setting>[^']*)' to type '(?<type>[^']*)'", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Conversion { get; }

    [GeneratedRegex("^DataAnnotation validation failed for '[^']*' members: '(?<member>[^']*)' with the error: '(?<message>.*)'\\.$", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Annotation { get; }
}
