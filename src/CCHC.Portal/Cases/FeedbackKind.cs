namespace CCHC.Portal.Cases;

/// <summary>What a message is in law and in practice (glossary §1).</summary>
public enum FeedbackKind
{
    Report,
    Recommendation,
    Idea,
    Question,
    Praise,
    AdministrativeComplaint,
    Denunciation,
    OutOfScope,
    Spam,
}
