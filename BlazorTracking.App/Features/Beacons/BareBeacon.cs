using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace BlazorTracking.Features.Beacons;

/// <summary>
/// Takes from the beacon a filter that the account pages bring for every controller: it would keep temporary data, of
/// which there is none, and be asked four times for each visit.
/// </summary>
internal sealed class BareBeacon : IActionDescriptorProvider
{
    /// <summary>After the provider that describes the controllers, which stands at −1000.</summary>
    public int Order => 0;

    public void OnProvidersExecuting(ActionDescriptorProviderContext context)
    {
        foreach (var action in context.Results.OfType<ControllerActionDescriptor>().Where(action => action.ControllerTypeInfo == typeof(BeaconController)))
        {
            action.FilterDescriptors = [.. action.FilterDescriptors.Where(filter => filter.Filter is not SaveTempDataAttribute)];
        }
    }

    public void OnProvidersExecuted(ActionDescriptorProviderContext context)
    {
        // All is done.
    }
}
