package ductus.music.encoding.song;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Constraint;
import ductus.model.CursorCheck;
import ductus.model.Encoding;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordProgression;
import ductus.music.harmony.ChordSymbol;
import ductus.music.leadsheet.Leadsheet;
import ductus.music.song.Hold;
import ductus.music.song.PianoStroke;
import ductus.music.song.PianoStroke.PianoKey;
import ductus.music.song.RandomSongs;
import ductus.music.song.Song;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SongEncodingTest {
  private final SongEncoding encoding = new SongEncoding();

  @Test
  void decodesWhatItEncodedExactly() {
    for (int seed = 0; seed < 500; seed++) {
      Song song = RandomSongs.draw(new SplittableRandom(seed));
      assertEquals(song, encoding.decode(encoding.encode(song)), "seed " + seed);
    }
  }

  @Test
  void writesABarAsChordsTuneAndPiano() {
    Melody tune =
        new Melody(
            4,
            8,
            List.of(new TimeSignature(0, 2, 4)),
            new Key(9, Mode.MINOR),
            100,
            List.of(new MelodyNote(0, 3, 64), new MelodyNote(4, 4, 65)));
    Song song =
        new Song(
            new Leadsheet(tune, List.of(new ChordChange(0, ChordSymbol.parse("G7/B")))),
            List.of(
                new PianoStroke(
                    0, 6, List.of(new PianoKey(43, Hold.HALF), new PianoKey(59, Hold.NEXT))),
                new PianoStroke(6, 6, List.of(new PianoKey(31, Hold.NEXT)))));
    List<String> words = new ArrayList<>();
    for (int token : encoding.encode(song).tokens()) {
      words.add(encoding.describe(token));
    }
    assertEquals(
        "start, 2/4, key of A, minor, 100 a minute, 0 bars, and 1, new, for 1,"
            + " at 0, G7, over B, tune, at 0, note E4, at 3, rest, at 4, note F4, piano,"
            + " at 0, level 6, half, key 12, next, key 28, at 6, key 0, bar, end",
        String.join(", ", words));
  }

  @Test
  void whatReturnsInAnotherKeyIsWrittenWithTheSameTokens() {
    List<PianoStroke> piano = new ArrayList<>();
    List<MelodyNote> notes = new ArrayList<>();
    List<ChordChange> chords = new ArrayList<>();
    int[] tune = {0, 4, 7, 5, 9, 2, 11, 12, 4, 7};
    for (int bar = 0; bar < 16; bar++) {
      int up = bar < 8 ? 0 : 2;
      for (int i = 0; i < 4; i++) {
        notes.add(new MelodyNote(16 * bar + 4 * i, 4, 60 + up + tune[(bar % 8 * 3 + i) % 10]));
      }
      ChordSymbol chord = ChordSymbol.parse(bar % 2 == 0 ? "C" : "F").transpose(up);
      chords.add(new ChordChange(16 * bar, chord));
      int low = (bar % 2 == 0 ? 36 : 41) + up;
      piano.add(
          new PianoStroke(
              16 * bar,
              5,
              List.of(new PianoKey(low, Hold.NEXT), new PianoKey(low + 16, Hold.NEXT))));
    }
    Melody melody =
        new Melody(4, 256, List.of(new TimeSignature(0, 4, 4)), new Key(0, Mode.MAJOR), 100, notes);
    int[] tokens = encoding.tokens(new Song(new Leadsheet(melody, chords), piano));
    List<Integer> lines = SongEncoding.barLines(tokens);
    for (int bar = 0; bar < 8; bar++) {
      assertArrayEquals(
          Arrays.copyOfRange(tokens, lines.get(bar), lines.get(bar + 1)),
          Arrays.copyOfRange(tokens, lines.get(bar + 8), lines.get(bar + 9)),
          "bar " + bar);
    }
  }

  @Test
  void findsWhereBarsBegin() {
    for (int seed = 0; seed < 50; seed++) {
      Song song = RandomSongs.draw(new SplittableRandom(seed));
      int[] tokens = encoding.tokens(song);
      List<Integer> lines = SongEncoding.barLines(tokens);
      assertEquals(song.bars().size() + 1, lines.size(), "seed " + seed);
      assertEquals(tokens.length - 1, lines.get(lines.size() - 1), "seed " + seed);
    }
  }

  @Test
  void describesEveryTokenDifferently() {
    Set<String> words = new HashSet<>();
    for (int token = 0; token < encoding.vocabularySize(); token++) {
      assertTrue(words.add(encoding.describe(token)), "token " + token);
    }
    assertThrows(
        IllegalArgumentException.class, () -> encoding.describe(encoding.vocabularySize()));
  }

  @Test
  void decodesAnyJunkToSomeSong() {
    for (int seed = 0; seed < 500; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      int[] tokens = new int[random.nextInt(400)];
      for (int t = 0; t < tokens.length; t++) {
        tokens[t] = random.nextInt(encoding.vocabularySize());
      }
      if (seed % 2 == 0) {
        int[] real = encoding.tokens(RandomSongs.draw(random));
        System.arraycopy(real, 0, tokens, 0, Math.min(real.length, tokens.length / 2));
      }
      Song song = encoding.decode(tokens, tokens.length);
      assertEquals(song, encoding.decode(encoding.encode(song)), "seed " + seed);
    }
  }

  @Test
  void cursorGivesTheFeaturesThatEncodingGave() {
    for (int seed = 0; seed < 20; seed++) {
      CursorCheck.assertGoesThrough(
          encoding, RandomSongs.draw(new SplittableRandom(seed)), "seed " + seed);
    }
  }

  @Test
  void whateverTheGrammarAllowsIsASong() {
    for (int seed = 0; seed < 40; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      Song drawn = draw(random, List.of(header(6, 10)));
      assertTrue(drawn.bars().size() >= 6 && drawn.bars().size() <= 10, "seed " + seed);
      assertEquals(drawn, encoding.decode(encoding.encode(drawn)), "seed " + seed);
    }
  }

  @Test
  void backingSetsItsChordsWhateverIsDrawn() {
    ChordProgression chords = ChordProgression.parse("C | G/B Am | F | N.C.");
    for (int seed = 0; seed < 40; seed++) {
      Song drawn =
          draw(
              new SplittableRandom(seed), List.of(header(6, 6), new SongBackingConstraint(chords)));
      int stepsPerBar = (int) drawn.bars().get(0).length();
      List<ChordChange> expected = new ArrayList<>();
      for (int bar = 0; bar < 6; bar++) {
        List<ChordSymbol> inBar = chords.bars().get(bar % 4);
        for (int i = 0; i < inBar.size(); i++) {
          long within = Math.round((double) i * stepsPerBar / inBar.size());
          expected.add(new ChordChange((int) (bar * (long) stepsPerBar + within), inBar.get(i)));
        }
      }
      assertEquals(
          new Leadsheet(drawn.leadsheet().melody(), expected), drawn.leadsheet(), "seed " + seed);
    }
  }

  @Test
  void aGivenTuneStaysWhateverIsDrawn() {
    for (int seed = 0; seed < 40; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      Song song = RandomSongs.draw(random);
      int[] tokens = encoding.tokens(song.withoutPiano());
      boolean chords = seed % 2 == 0;
      Song drawn =
          draw(random, List.of(new GivenSongConstraint(GivenSongConstraint.tune(tokens, chords))));
      assertEquals(song.leadsheet().melody(), drawn.leadsheet().melody(), "seed " + seed);
      if (chords) {
        assertEquals(song.leadsheet(), drawn.leadsheet(), "seed " + seed);
      }
    }
  }

  @Test
  void aBeginningStaysAndGoesOn() {
    for (int seed = 0; seed < 40; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      Song song = RandomSongs.draw(random);
      int bars = song.bars().size();
      List<Integer> given = GivenSongConstraint.beginning(encoding.tokens(song));
      assertEquals(bars, GivenSongConstraint.bars(given));
      assertTrue(GivenSongConstraint.goesOn(given));
      Song drawn =
          draw(random, List.of(new GivenSongConstraint(given), header(bars + 3, bars + 3)));
      assertEquals(bars + 3, drawn.bars().size(), "seed " + seed);
      assertEquals(
          song.piano(),
          drawn.piano().stream().filter(stroke -> stroke.step() < song.steps()).toList(),
          "seed " + seed);
    }
  }

  @Test
  void refusesATuneOutOfRangeAndAMetreTooLong() {
    Song song = RandomSongs.draw(new SplittableRandom(1));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> encoding.tokens(song.withoutPiano().transpose(40)));
    assertTrue(String.valueOf(refused.getMessage()).contains("36 to 96"), refused::getMessage);
    Melody wide =
        new Melody(
            4, 36, List.of(new TimeSignature(0, 9, 4)), new Key(0, Mode.MAJOR), 100, List.of());
    assertThrows(
        IllegalArgumentException.class,
        () -> encoding.tokens(new Song(new Leadsheet(wide, List.of()), List.of())));
  }

  private static SongHeaderConstraint header(int fewest, int most) {
    return new SongHeaderConstraint(null, null, null, OptionalDouble.empty(), fewest, most);
  }

  /** Any song that grammar and constraints allow. */
  private Song draw(RandomGenerator random, List<Constraint> constraints) {
    Encoding.Cursor cursor = encoding.cursor();
    int[] tokens = new int[1 << 14];
    int length = 0;
    while (!cursor.ended()) {
      boolean[] allowed = new boolean[encoding.vocabularySize()];
      for (int token = 0; token < allowed.length; token++) {
        allowed[token] = cursor.allows(token);
      }
      for (Constraint constraint : constraints) {
        constraint.restrict(tokens, length, allowed);
      }
      List<Integer> choices = new ArrayList<>();
      for (int token = 0; token < allowed.length; token++) {
        if (allowed[token]) {
          choices.add(token);
        }
      }
      assertFalse(choices.isEmpty(), "behind " + length + " tokens");
      // marks are few among many tokens, and end what would go on for long
      int first = choices.get(0);
      int token =
          first <= SongVocabulary.REST && random.nextInt(3) == 0
              ? first
              : choices.get(random.nextInt(choices.size()));
      tokens[length++] = token;
      cursor.accept(token);
    }
    return encoding.decode(tokens, length);
  }
}
