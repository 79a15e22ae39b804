namespace CCHC.Portal.Cases;

/// <summary>How much somebody has in hand: open, due soon, late.</summary>
public sealed record OfficerLoad(int Open, int Soon, int Late)
{
    public static readonly OfficerLoad None = new(0, 0, 0);
}
