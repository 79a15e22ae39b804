using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Storage;

/// <summary>What every room keeps in the database, handed to <see cref="PortalDb"/> so that it need name no entity.</summary>
public sealed record PortalModel(IReadOnlyList<Action<ModelBuilder>> Mappings);
