using BlazorTracking.Features.Accounts;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>
/// Components as a circuit shows them, on the program's own services and a real SQLite file. The browser's side is
/// bUnit's; scripts answer nothing unless set up.
/// </summary>
public abstract class CircuitTests : BunitContext, IAsyncLifetime
{
    private AsyncServiceScope _circuit;

    protected CircuitTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    protected AppFactory App { get; } = new();

    /// <summary>Who looks at the components.</summary>
    protected Account Me { get; private set; } = null!;

    /// <summary>The services of the circuit; the components have them too.</summary>
    protected IServiceProvider Circuit => _circuit.ServiceProvider;

    public virtual async Task InitializeAsync()
    {
        Me = await App.AddAccountAsync();
        _circuit = await App.CreateCircuitAsync(Me);
        Services.AddFallbackServiceProvider(_circuit.ServiceProvider);
        Render<MudBlazor.MudPopoverProvider>();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        await _circuit.DisposeAsync();
        await base.DisposeAsync();
        await App.DisposeAsync();
    }
}
