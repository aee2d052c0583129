using BlazorTracking.Features.Accounts;

namespace BlazorTracking.Areas.Identity.Pages.Manage;

public sealed class PersonalDataModel(AccountManager accounts, AccountSignInManager signIn) : SettingsPageModel(accounts, signIn)
{
    public void OnGet()
    {
    }
}
