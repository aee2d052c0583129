using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorTracking.Features.Sites;

/// <summary>Asks for the site's name before it is deleted.</summary>
public sealed partial class DeleteSiteDialog
{
    private string _typed = "";
    private MudTextField<string>? _field;

    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    private bool IsConfirmed => string.Equals(_typed.Trim(), Name, StringComparison.Ordinal);

    // Not left to the dialog, which leaves the focus on the page behind it: Escape would not be heard.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && _field is { } field)
        {
            await field.FocusAsync();
        }
    }

    private void Delete()
    {
        if (IsConfirmed)
        {
            Dialog.Close();
        }
    }
}
