namespace CCHC.Portal.Time;

/// <summary>Why a day differs from the same day of other weeks: off by law, off in lieu, worked to make up, worked for a part, or after all like any other.</summary>
public enum CalendarDayKind { Holiday, LieuOff, MakeUpWork, ShortDay, Ordinary }
