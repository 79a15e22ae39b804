namespace CCHC.Portal.Cases;

/// <summary>The way a message came in.</summary>
public enum IntakeChannel { Web, Phone, Hotline1022, Counter, Post, Email, Assisted }
