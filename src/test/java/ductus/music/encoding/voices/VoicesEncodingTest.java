package ductus.music.encoding.voices;

import static ductus.Refusals.assertRefused;
import static ductus.Refusals.assertRefusedNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.model.CursorCheck;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.Key;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.choir.RandomSettings;
import ductus.music.choir.SungPhrase;
import ductus.music.choir.VoiceSetting;
import ductus.music.encoding.voices.VoicesVocabulary.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VoicesEncodingTest {
  private static final Key C = new Key(0, Mode.MAJOR);
  private static final TimeSignature COMMON_TIME = new TimeSignature(0, 4, 4);

  private final VoicesEncoding encoding = new VoicesEncoding();

  @Test
  void everySettingComesBack() {
    for (int seed = 0; seed < 400; seed++) {
      VoiceSetting setting = RandomSettings.any(Seeded.random(seed));
      assertEquals(setting, encoding.decode(encoding.encode(setting)), "seed " + seed);
    }
  }

  @Test
  void whatIsToldWhileDrawingIsWhatWasLearned() {
    for (int seed = 0; seed < 60; seed++) {
      CursorCheck.assertGoesThrough(
          encoding, RandomSettings.any(Seeded.random(seed)), "seed " + seed);
    }
  }

  @Test
  void everyTokenSequenceDecodesToSomethingThatComesBack() {
    for (int seed = 0; seed < 300; seed++) {
      RandomGenerator random = Seeded.random(seed);
      Encoding.Cursor cursor = encoding.cursor();
      List<Integer> drawn = new ArrayList<>();
      for (int t = 0; t < random.nextInt(400) && !cursor.ended(); t++) {
        int[] allowed =
            IntStream.range(0, encoding.vocabularySize()).filter(cursor::allows).toArray();
        assertTrue(allowed.length > 0, "seed " + seed + ", token " + t);
        int token =
            random.nextInt(10) == 0
                ? random.nextInt(encoding.vocabularySize())
                : allowed[random.nextInt(allowed.length)];
        drawn.add(token);
        cursor.accept(token);
      }
      int[] tokens = drawn.stream().mapToInt(Integer::intValue).toArray();
      VoiceSetting setting = encoding.decode(new Sequence(tokens, new int[0], 0));
      assertEquals(setting, encoding.decode(encoding.encode(setting)), "seed " + seed);
    }
  }

  /** A phrase of two quarters, twice, and its tune once more over another bass. */
  private static VoiceSetting stollen() {
    List<SungPhrase> phrases =
        IntStream.range(0, 3)
            .mapToObj(p -> new SungPhrase(8 * p, 8, COMMON_TIME, 8 * p % 16, true))
            .toList();
    List<MelodyNote> soprano = new ArrayList<>();
    List<MelodyNote> bass = new ArrayList<>();
    for (int p = 0; p < 3; p++) {
      soprano.add(new MelodyNote(8 * p, 4, 71));
      soprano.add(new MelodyNote(8 * p + 4, 4, 72));
      bass.add(new MelodyNote(8 * p, 4, p == 2 ? 50 : 43));
      bass.add(new MelodyNote(8 * p + 4, 4, 48));
    }
    List<MelodyNote> alto = List.of(0, 8, 16).stream().map(t -> new MelodyNote(t, 8, 64)).toList();
    List<MelodyNote> tenor = List.of(0, 8, 16).stream().map(t -> new MelodyNote(t, 8, 55)).toList();
    return new VoiceSetting(C, phrases, List.of(soprano, alto, tenor, bass), 0);
  }

  @Test
  void plansFirstAndWritesNothingThatReturns() {
    assertEquals(
        List.of(
            "start",
            "4/4",
            "C major",
            "2 bars",
            "from 0",
            "new phrase",
            "2 quarters",
            "ends on C (led)",
            "soprano on C",
            "return of 1 before",
            "tune of 1 before",
            "ends on C (led)",
            "planned",
            "B4",
            "for 4",
            "C5",
            "for 4",
            "G2",
            "for 4",
            "C3",
            "for 4",
            "G3",
            "for 8",
            "E4",
            "for 8",
            "D3",
            "for 4",
            "C3",
            "for 4",
            "G3",
            "for 8",
            "E4",
            "for 8",
            "end"),
        Arrays.stream(encoding.tokens(stollen())).mapToObj(encoding::describe).toList());
    assertEquals(8 * (4 + 3), VoicesEncoding.writtenSteps(stollen()));
  }

  @Test
  void everyTokenHasWordsOfItsOwn() {
    assertEquals(
        encoding.vocabularySize(),
        IntStream.range(0, encoding.vocabularySize())
            .mapToObj(encoding::describe)
            .distinct()
            .count());
  }

  @Test
  void thePlanFillsTheBarsAndTheVoicesThePlan() {
    Encoding.Cursor cursor = encoding.cursor();
    int planned = VoicesVocabulary.token(Kind.PLANNED);
    int[] tokens = encoding.tokens(stollen());
    int t = 0;
    for (; VoicesVocabulary.kind(tokens[t]) != Kind.RETURN; t++) {
      cursor.accept(tokens[t]);
    }
    assertFalse(cursor.allows(planned), "the second bar is not begun");
    assertTrue(cursor.allows(VoicesVocabulary.token(Kind.RETURN)));
    assertFalse(cursor.allows(VoicesVocabulary.token(Kind.RETURN, 1)), "no such phrase");
    for (; tokens[t] != planned; t++) {
      cursor.accept(tokens[t]);
    }
    assertTrue(cursor.allows(planned), "half of the second bar is there");
    assertTrue(cursor.allows(VoicesVocabulary.token(Kind.TUNE, 2)), "and half is left");
    cursor.accept(planned);
    assertFalse(cursor.allows(VoicesVocabulary.token(Kind.DURATION)));
    cursor.accept(VoicesVocabulary.token(Kind.PITCH, 40));
    assertTrue(cursor.allows(VoicesVocabulary.token(Kind.DURATION, 7)));
    assertFalse(
        cursor.allows(VoicesVocabulary.token(Kind.DURATION, 8)),
        "no note sounds on into a phrase that returns");
  }

  @Test
  void refusesWhatHasNoToken() {
    VoiceSetting high =
        new VoiceSetting(
            C,
            List.of(new SungPhrase(0, 4, COMMON_TIME, 0, true)),
            List.of(List.of(new MelodyNote(0, 4, 100)), List.of(), List.of(), List.of()),
            0);
    assertRefused("pitches must be 24 to 96 but one was 100", () -> encoding.tokens(high));
    VoiceSetting odd =
        new VoiceSetting(
            C,
            List.of(new SungPhrase(0, 4, new TimeSignature(0, 13, 16), 0, true)),
            List.of(List.of(), List.of(), List.of(), List.of()),
            0);
    assertRefusedNaming("but was 13/16", () -> encoding.tokens(odd));
    VoiceSetting long64 =
        new VoiceSetting(
            C,
            List.of(new SungPhrase(0, 256, COMMON_TIME, 0, true)),
            List.of(List.of(), List.of(), List.of(), List.of()),
            0);
    assertRefused(
        "a phrase must be shorter than 64 quarter notes but had 64", () -> encoding.tokens(long64));
  }
}
