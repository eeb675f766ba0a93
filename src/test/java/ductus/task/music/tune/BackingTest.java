package ductus.task.music.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Sampling;
import ductus.music.Key;
import ductus.music.Mode;
import ductus.task.music.request.MusicRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackingTest {
  private static MusicRequest over(String chords) {
    return MusicRequest.open(Sampling.PLAIN, 1)
        .with(new MusicRequest.Guidance(0, 0, 0, false, List.of(), chords, null, null));
  }

  private static Key key(String chords) {
    return Backing.of(over(chords)).orElseThrow().key();
  }

  @Test
  void findsTheKeyThatSuitsTheChords() {
    assertEquals(new Key(0, Mode.MAJOR), key("C G Am F"));
    assertEquals(new Key(9, Mode.MINOR), key("Am F C G"));
    assertEquals(new Key(7, Mode.MAJOR), key("G C D7 G"));
    assertEquals(new Key(4, Mode.MINOR), key("Em | D C | B7 | Em"));
  }

  @Test
  void settlesKeyAndLengthButNotAgainstWhatIsAskedFor() {
    MusicRequest settled = Backing.of(over("C G Am F")).orElseThrow().settle(over("C G Am F"));
    assertEquals(new MusicRequest.Header(null, 0, Mode.MAJOR, 16), settled.header());
    MusicRequest asked = over("C G Am F").with(new MusicRequest.Header(null, 5, Mode.MAJOR, 6));
    assertEquals(asked.header(), Backing.of(asked).orElseThrow().settle(asked).header());
  }

  @Test
  void namesTheColumnOfWhatIsNoChord() {
    IllegalArgumentException unknown =
        assertThrows(IllegalArgumentException.class, () -> over("C G Hm F"));
    assertTrue(
        String.valueOf(unknown.getMessage()).startsWith("backing: column 5"), unknown.getMessage());
  }
}
