using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorTracking.Features.Sites;

/// <summary>Asks for the site's name before it is deleted.</summary>
public sealed partial class DeleteSiteDialog
{
    private string _typed = "";

    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    private bool IsConfirmed => string.Equals(_typed.Trim(), Name, StringComparison.Ordinal);

    private void Delete()
    {
        if (IsConfirmed)
        {
            Dialog.Close();
        }
    }
}
