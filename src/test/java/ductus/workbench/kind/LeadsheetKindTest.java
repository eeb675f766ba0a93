package ductus.workbench.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.harmony.ChordSymbol;
import ductus.music.leadsheet.ChordChange;
import ductus.music.leadsheet.Leadsheet;
import ductus.workbench.TrainingConfig.Keys;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeadsheetKindTest {
  private static final ChordSymbol C = ChordSymbol.parse("C");
  private static final ChordSymbol G = ChordSymbol.parse("G");

  private final MelodyKind tunes = new MelodyKind();
  private final LeadsheetKind kind = new LeadsheetKind();

  @Test
  void leavesThePrimerOutAndBeginsWithTheChordThatSounds() {
    MusicRequest.Opening opening =
        kind.opening(tunes.score(tune(2), 0), MusicRequest.Header.OPEN, Keys.OWN);
    Leadsheet sheet =
        new Leadsheet(tune(4), List.of(new ChordChange(16, G), new ChordChange(48, C)));
    assertEquals(
        new Leadsheet(tune(2), List.of(new ChordChange(0, G), new ChordChange(16, C))),
        kind.withoutOpening(sheet, opening));
  }

  /** Bars of four quarter notes, on a grid of sixteenths. */
  private static Melody tune(int bars) {
    return new Melody(
        4,
        16 * bars,
        List.of(new TimeSignature(0, 4, 4)),
        new Key(0, Mode.MAJOR),
        120,
        IntStream.range(0, 4 * bars)
            .mapToObj(beat -> new MelodyNote(4 * beat, 4, 60 + 2 * (beat % 2)))
            .toList());
  }
}
