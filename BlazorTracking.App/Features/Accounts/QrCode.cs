using System.Text;
using QRCoder;

namespace BlazorTracking.Features.Accounts;

/// <summary>QR codes as images inside the page: nothing is fetched, no other server learns the text.</summary>
public static class QrCode
{
    private const int PixelsPerModule = 4;

    /// <summary>The text as a black-on-white SVG in a <c>data:</c> URL.</summary>
    public static string ToDataUrl(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        var svg = code.GetGraphic(PixelsPerModule, "#000000", "#ffffff");
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));
    }
}
