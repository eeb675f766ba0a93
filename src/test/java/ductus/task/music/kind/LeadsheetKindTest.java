package ductus.task.music.kind;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.generate.Prompt;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.Score;
import ductus.music.TimeSignature;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.encoding.leadsheet.LeadsheetEncoding;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordSymbol;
import ductus.music.leadsheet.Leadsheet;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.TrainingConfig.Keys;
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

  @Test
  void goesOnFromThePrimersChordsInTheModelsKey() {
    Leadsheet primer =
        new Leadsheet(tune(2), List.of(new ChordChange(0, C), new ChordChange(16, G)));
    MusicRequest.Opening opening =
        kind.opening(kind.score(primer, 0), MusicRequest.Header.OPEN, Keys.OWN);
    int[] tokens =
        opening.tokens().stream()
            .mapToInt(token -> token == Prompt.OPEN ? MelodyVocabulary.MORE_BARS : token)
            .toArray();
    assertEquals(primer.chords(), new LeadsheetEncoding().decode(tokens, tokens.length).chords());
    assertArrayEquals(tokensInCommonKey(primer, 0), tokensInCommonKey(primer, 2));
  }

  private int[] tokensInCommonKey(Leadsheet primer, int semitones) {
    Score score = kind.score(primer.following(higher(primer.melody(), semitones)), 0);
    MusicRequest.Opening opening = kind.opening(score, MusicRequest.Header.OPEN, Keys.COMMON);
    assertEquals(semitones, opening.shift());
    return opening.tokens().stream().mapToInt(Integer::intValue).toArray();
  }

  private static Melody higher(Melody tune, int semitones) {
    return new Melody(
        tune.stepsPerQuarter(),
        tune.steps(),
        tune.timeSignatures(),
        new Key(tune.key().tonic() + semitones, tune.key().mode()),
        tune.quartersPerMinute(),
        tune.notes().stream()
            .map(note -> new MelodyNote(note.onset(), note.length(), note.pitch() + semitones))
            .toList());
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
