using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BlazorTracking.Features.Sites.Sharing;

/// <summary>The secret in a share link. Only its hash is kept: who reads the database can open no dashboard with it.</summary>
public static class ShareToken
{
    private const int Bytes = 32;

    /// <summary>A new one: 256 random bits, as 43 characters that a URL may hold.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of a token: its SHA-256 in hexadecimal. It needs no salt: a token cannot be guessed.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
