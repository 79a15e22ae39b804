namespace CCHC.Portal.People;

/// <summary>How far a role's right goes.</summary>
public enum Reach { Nothing, OwnUnit, UnitsBelow, WholeSite }
