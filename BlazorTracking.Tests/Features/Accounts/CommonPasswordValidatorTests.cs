using BlazorTracking.Features.Accounts;

namespace BlazorTracking.Tests.Features.Accounts;

public sealed class CommonPasswordValidatorTests
{
    private static readonly Account _account = new() { Email = "lovelace@example.com", DisplayName = "Ada Lovelace" };

    [Theory]
    [InlineData("password1")]
    [InlineData("PASSWORD1")]
    [InlineData("iloveyou1")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abababababab")]
    [InlineData("34567890")]
    [InlineData("zyxwvuts")]
    [InlineData("asdfghjkl")]
    [InlineData("lovelace@example.com")]
    [InlineData("Lovelace2026")]
    [InlineData("ada lovelace")]
    [InlineData("blazortracking1")]
    public async Task What_is_tried_first_is_refused(string password) => Assert.False(await IsAcceptedAsync(password));

    [Theory]
    [InlineData("three random words")]
    [InlineData("gh7-Kd92-pq")]
    [InlineData("correct horse")]
    [InlineData("lovelace wrote the first program")]
    public async Task Anything_else_is_accepted(string password) => Assert.True(await IsAcceptedAsync(password));

    private static async Task<bool> IsAcceptedAsync(string password) =>
        (await new CommonPasswordValidator().ValidateAsync(null!, _account, password)).Succeeded;
}
