namespace BlazorTracking.Features.Accounts;

/// <summary>What an authenticator app has to know: the account, the issuer and the shared key.</summary>
/// <param name="Email">Names the account in the app.</param>
/// <param name="Key">Base 32.</param>
public sealed record AuthenticatorSetup(string Email, string Key)
{
    private const string Issuer = "BlazorTracking";

    /// <summary>The key in groups of four, for who types it.</summary>
    public string ReadableKey => string.Join(' ', Key.ToLowerInvariant().Chunk(4).Select(group => new string(group)));

    /// <summary>The address that the QR code holds (Key Uri Format of Google Authenticator).</summary>
    public string Url =>
        $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(Email)}?secret={Key}&issuer={Issuer}&digits=6";

    /// <summary>A typed code without the blanks and hyphens that apps show.</summary>
    public static string Tidied(string code) =>
        code.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
