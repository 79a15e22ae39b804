namespace CCHC.Portal.Time;

/// <summary>Why a day differs from the same day of other weeks: off by law, off in lieu, or worked to make up.</summary>
public enum CalendarDayKind { Holiday, LieuOff, MakeUpWork }
