package ductus.task.music.kind;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.generate.Constraints;
import ductus.generate.Prompt;
import ductus.math.Seeded;
import ductus.model.Encoding;
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
import ductus.task.music.request.MusicTrainingConfig.Keys;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
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
    // A tune of quarter notes is set on eighths.
    assertEquals(
        List.of(new ChordChange(0, C), new ChordChange(8, G)),
        new LeadsheetEncoding().decode(tokens, tokens.length).chords());
    assertArrayEquals(tokensInCommonKey(primer, 0), tokensInCommonKey(primer, 2));
  }

  @Test
  void everySheetBeginsWithThePrimersNotesAndChords() {
    Leadsheet primer =
        new Leadsheet(tune(2), List.of(new ChordChange(0, C), new ChordChange(16, G)));
    MusicRequest request =
        MusicRequest.open(kind.sampling(), 1)
            .with(kind.opening(kind.score(primer, 0), MusicRequest.Header.OPEN, Keys.OWN));
    Constraints constraints = new Constraints(kind.constraints(request, Keys.OWN));
    List<Integer> prompt = kind.prompt(request.opening());
    for (int seed = 0; seed < 20; seed++) {
      int[] tokens = draw(prompt, constraints, 4 + seed % 5, Seeded.random(seed));
      Leadsheet drawn = new LeadsheetEncoding().decode(tokens, tokens.length);
      int notes = primer.melody().notes().size();
      int perQuarter = drawn.melody().stepsPerQuarter();
      assertEquals(4 + seed % 5, drawn.melody().bars().size());
      for (int beat = 0; beat < notes; beat++) {
        assertEquals(
            new MelodyNote(perQuarter * beat, perQuarter, 60 + 2 * (beat % 2)),
            drawn.melody().notes().get(beat));
      }
      assertEquals(C, drawn.chordAt(0));
      assertEquals(C, drawn.chordAt(4 * perQuarter - 1));
      assertEquals(G, drawn.chordAt(4 * perQuarter));
      assertEquals(G, drawn.chordAt(8 * perQuarter - 1));
    }
  }

  /** A sheet of so many bars that begins with a prompt and keeps to constraints. */
  private int[] draw(
      List<Integer> prompt, Constraints constraints, int bars, RandomGenerator random) {
    int[] tokens = new int[4096];
    Encoding.Cursor cursor = kind.encoding().cursor();
    int length = 0;
    while (!cursor.ended()) {
      boolean[] allowed = new boolean[kind.encoding().vocabularySize()];
      for (int token = 0; token < allowed.length; token++) {
        allowed[token] = cursor.allows(token);
      }
      constraints.restrict(tokens, length, allowed);
      int[] choices = IntStream.range(0, allowed.length).filter(token -> allowed[token]).toArray();
      int token = choices[random.nextInt(choices.length)];
      if (length < prompt.size()) {
        int given = prompt.get(length);
        token = given == Prompt.OPEN ? MelodyVocabulary.lengthToken(bars) : given;
      }
      tokens[length++] = token;
      cursor.accept(token);
    }
    return Arrays.copyOf(tokens, length);
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
