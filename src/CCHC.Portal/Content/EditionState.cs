namespace CCHC.Portal.Content;

/// <summary>Where an edition stands on its way.</summary>
public enum EditionState { Draft, InReview, Approved, Scheduled, Published, Retired, Withdrawn }
