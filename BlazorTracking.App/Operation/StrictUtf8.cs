using System.Text;

namespace BlazorTracking.Operation;

/// <summary>UTF-8 that refuses what is none, where <see cref="Encoding.UTF8"/> replaces it: nothing is kept other than it was sent.</summary>
internal static class StrictUtf8
{
    /// <summary>Writes no mark at the beginning; throws <see cref="DecoderFallbackException"/> and <see cref="EncoderFallbackException"/>.</summary>
    public static UTF8Encoding Encoding { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
