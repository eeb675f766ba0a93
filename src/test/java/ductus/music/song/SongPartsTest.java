package ductus.music.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SongPartsTest {
  private final Song song =
      SongFormTest.song(IntStream.range(0, 32).map(section -> section % 4).toArray());

  @Test
  void aSongThatIsShortEnoughStaysWhole() {
    Song part = SongParts.part(song, 0, SongParts.MOST_BARS);
    assertEquals(List.of(part), SongParts.cut(part));
  }

  @Test
  void noPartIsTooLongWhereverSectionsBegin() {
    // The middle of 250 bars stands seven behind the beginning of a section: a cut there would
    // leave 132.
    for (int from = 0; from < 4; from++) {
      Song whole = SongParts.part(song, from, from + 250);
      List<Song> parts = SongParts.cut(whole);
      assertEquals(2, parts.size());
      assertEquals(250, parts.stream().mapToInt(part -> part.bars().size()).sum());
      for (Song part : parts) {
        assertTrue(
            part.bars().size() <= SongParts.MOST_BARS, "from " + from + ": " + part.bars().size());
      }
    }
  }
}
