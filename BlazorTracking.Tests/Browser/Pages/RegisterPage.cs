using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser.Pages;

internal sealed class RegisterPage(IPage page)
{
    public async Task RegisterAsync(string displayName, string email, string password)
    {
        await page.GetByLabel("Display name").FillAsync(displayName);
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
    }
}
