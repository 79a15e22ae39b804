using CCHC.Portal.Tests.Web;

[assembly: AssemblyFixture(typeof(QuietPortal))]

namespace CCHC.Portal.Tests.Web;

/// <summary>A portal that only readers visit: who walks all its addresses, or counts something twice, finds it as it was. No test may change anything in it.</summary>
public sealed class QuietPortal : IAsyncLifetime
{
    public PortalHost Portal { get; } = PortalHost.Idle();

    public async ValueTask InitializeAsync() => await Portal.Settle();

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
