namespace CCHC.Portal.Channels;

/// <summary>Remembers what was used, for as long as it could be used again, and no more of it than fits.</summary>
internal sealed class SeenOnce(TimeProvider clock, TimeSpan memory, int most)
{
    private readonly Lock _door = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<(string Mark, DateTimeOffset At)> _inOrder = new();

    /// <summary>True the first time.</summary>
    public bool Add(string mark)
    {
        lock (_door)
        {
            var now = clock.GetUtcNow();
            while (_inOrder.TryPeek(out var oldest) && (oldest.At + memory < now || _inOrder.Count >= most))
                _seen.Remove(_inOrder.Dequeue().Mark);

            if (!_seen.Add(mark)) return false;
            _inOrder.Enqueue((mark, now));
            return true;
        }
    }
}
