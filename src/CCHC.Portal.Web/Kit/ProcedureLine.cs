using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Web.Kit;

/// <summary>A procedure in a list: its name, what it costs today and how long it takes.</summary>
public sealed record ProcedureLine(Edition Edition, Procedure Procedure, IReadOnlyList<Fee> Fees)
{
    public static ProcedureLine Of(Edition edition, DateOnly today)
    {
        var procedure = edition.As<Procedure>();
        return new(edition, procedure, procedure.FeesOn(today));
    }
}
