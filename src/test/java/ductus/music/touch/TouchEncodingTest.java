package ductus.music.touch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Randomness;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.touch.WrittenNote.BarPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TouchEncodingTest {
  private static WrittenNote note(long step, int pitch) {
    return new WrittenNote(
        step, 6, pitch, new BarPlace((int) (step / 96), (int) (step % 96), 2), 120);
  }

  private static List<PlayedNote> take(Player player, long seed) {
    RandomGenerator random = Randomness.of(seed);
    List<PlayedNote> take = new ArrayList<>();
    for (long step = random.nextInt(5); take.size() < 60; step += 1 + random.nextInt(30)) {
      int pitch = 35 + random.nextInt(10);
      int together = 1 + random.nextInt(4);
      for (int i = 0; i < together; i++) {
        take.add(
            new PlayedNote(
                note(step, pitch),
                random.nextInt(140) - 70,
                player.isTimed() ? random.nextInt(160) - 80 : 0));
        pitch += random.nextInt(8);
      }
    }
    return take;
  }

  private static TouchEncoding encoding(Player player, List<PlayedNote> take) {
    return new TouchEncoding(player, take.stream().map(PlayedNote::written).toList());
  }

  @ParameterizedTest
  @EnumSource(Player.class)
  void everyTouchComesBackInTheMiddleOfItsClass(Player player) {
    for (long seed = 0; seed < 300; seed++) {
      List<PlayedNote> take = take(player, seed);
      TouchEncoding encoding = encoding(player, take);
      List<PlayedNote> back = encoding.decode(encoding.encode(take));
      assertEquals(take.size(), back.size(), "seed " + seed);
      for (int i = 0; i < take.size(); i++) {
        double loudness = Math.max(-64, Math.min(64, take.get(i).loudness()));
        double shift = Math.max(-60, Math.min(60, take.get(i).shift()));
        assertEquals(take.get(i).written(), back.get(i).written());
        assertEquals(loudness, back.get(i).loudness(), 2, "seed " + seed);
        assertEquals(shift, back.get(i).shift(), 2, "seed " + seed);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Player.class)
  void sideFeaturesAreWithinTheirTable(Player player) {
    for (long seed = 0; seed < 100; seed++) {
      List<PlayedNote> take = take(player, seed);
      TouchEncoding encoding = encoding(player, take);
      Sequence sequence = encoding.encode(take);
      for (int t = 0; t < sequence.length(); t++) {
        for (int f = 0; f < sequence.featureCount(); f++) {
          int feature = sequence.feature(t, f);
          assertTrue(feature >= -1 && feature < encoding.featureTableSize(), "feature " + f);
        }
      }
    }
  }

  @Test
  void whatIsNotYetPlayedIsNoSideFeature() {
    List<PlayedNote> take = take(Player.DRUMMER, 5);
    List<PlayedNote> other = new ArrayList<>(take);
    int changed = 30;
    other.set(changed, new PlayedNote(take.get(changed).written(), 63, -59));
    TouchEncoding encoding = encoding(Player.DRUMMER, take);
    Sequence a = encoding.encode(take);
    Sequence b = encoding.encode(other);
    for (int t = 0; t <= 2 * changed + 1; t++) {
      for (int f = 0; f < a.featureCount(); f++) {
        assertEquals(a.feature(t, f), b.feature(t, f), "step " + t + ", feature " + f);
      }
    }
  }

  @Test
  void theGrammarWantsOneTouchOfEachNote() {
    TouchEncoding encoding = new TouchEncoding(Player.DRUMMER, List.of(note(0, 36), note(0, 42)));
    Encoding.Cursor cursor = encoding.cursor();
    cursor.accept(TouchEncoding.START);
    for (int note = 0; note < 2; note++) {
      assertFalse(cursor.allows(TouchEncoding.END));
      assertFalse(cursor.allows(TouchEncoding.FIRST_SHIFT));
      cursor.accept(TouchEncoding.FIRST_LOUDNESS + 3);
      assertFalse(cursor.allows(TouchEncoding.FIRST_LOUDNESS));
      cursor.accept(TouchEncoding.FIRST_SHIFT + 4);
    }
    assertTrue(cursor.allows(TouchEncoding.END));
    assertFalse(cursor.allows(TouchEncoding.FIRST_LOUDNESS));
    cursor.accept(TouchEncoding.END);
    assertTrue(cursor.ended());
  }

  @Test
  void notesOutOfOrderAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new TouchEncoding(Player.PIANIST, List.of(note(6, 60), note(0, 60))));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TouchEncoding(Player.PIANIST, List.of(note(0, 64), note(0, 60))));
  }
}
