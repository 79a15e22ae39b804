namespace CCHC.Portal.Cases.Asking;

/// <summary>How a question of the form is answered; a note is read and not answered.</summary>
public enum QuestionInput { Text, Long, Number, Date, Choice, Note }
