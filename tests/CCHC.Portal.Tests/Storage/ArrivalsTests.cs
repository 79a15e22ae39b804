using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using CsCheck;

namespace CCHC.Portal.Tests.Storage;

public sealed class ArrivalsTests
{
    [Fact]
    public void Room_is_what_is_missing_and_only_at_the_end()
    {
        Gen.Select(Gen.Long[0, 1000], Gen.Long[0, 1000], Gen.Long[0, 1000]).Sample((here, offset, length) =>
        {
            var room = MediaUpload.Room(here, offset, length);

            return room >= 0 && (room == 0 || (offset == here && here + room == length));
        });
    }

    [Fact]
    public async Task Whatever_pieces_a_broken_line_makes_of_it_the_file_arrives_as_it_was()
    {
        using var place = TestDatabase.New(DatabaseEngine.Sqlite);
        var arrivals = new Arrivals(place.Folder);

        // Each step: how many bytes are offered, and after how many the line breaks; now and then from a wrong place.
        await Gen.Select(Gen.Byte.Array[1, 3000], Gen.Select(Gen.Int[1, 700], Gen.Int[0, 700], Gen.Int[0, 9]).Array[1, 40]).SampleAsync(async (bytes, steps) =>
        {
            var id = Guid.CreateVersion7();
            arrivals.Begin(id);
            foreach (var (offered, breaksAfter, luck) in steps.Concat(Enumerable.Repeat((3000, 9999, 5), 2)))
            {
                var here = arrivals.Length(id)!.Value;
                var offset = luck == 0 ? here + 1 : here;
                var room = MediaUpload.Room(here, offset, bytes.Length);
                if (room == 0)
                {
                    continue;
                }
                var piece = bytes.Skip((int)offset).Take((int)Math.Min(offered, room)).ToArray();
                var now = await arrivals.Append(id, new BreakingStream(piece, breaksAfter), offset, room, default);
                if (now != here + Math.Min(piece.Length, breaksAfter))
                {
                    return false;
                }
            }
            var whole = await File.ReadAllBytesAsync(arrivals.PathOf(id));
            arrivals.Drop(id);
            return whole.SequenceEqual(bytes);
        }, iter: 60);
    }

    [Fact]
    public async Task Nothing_is_written_from_another_place_than_the_end()
    {
        using var place = TestDatabase.New(DatabaseEngine.Sqlite);
        var arrivals = new Arrivals(place.Folder);
        var id = Guid.CreateVersion7();
        arrivals.Begin(id);
        await arrivals.Append(id, new MemoryStream([1, 2, 3]), 0, 10, default);

        Assert.Null(await arrivals.Append(id, new MemoryStream([9]), 2, 10, default));
        Assert.Equal(5, await arrivals.Append(id, new MemoryStream([4, 5, 6, 7]), 3, 2, default));
        Assert.Equal([1, 2, 3, 4, 5], await File.ReadAllBytesAsync(arrivals.PathOf(id)));
    }

    private sealed class BreakingStream(byte[] bytes, int breaksAfter) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var left = (int)Math.Min(buffer.Length, breaksAfter - Position);
            return left <= 0 && Position < Length ? throw new IOException("the line broke") : base.ReadAsync(buffer[..Math.Max(0, Math.Min(left, buffer.Length))], cancellationToken);
        }
    }
}
