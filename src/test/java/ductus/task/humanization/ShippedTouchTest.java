package ductus.task.humanization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.model.place.FoundModel;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.midi.MidiReader;
import ductus.music.touch.Player;
import ductus.task.humanization.Humanizing.HumanizeRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the models that ship play chords under a tune, with drums. */
class ShippedTouchTest {
  private static final int MOST_BYTES = 1 << 20;
  private static final int BARS = 32;

  private final Score played;

  ShippedTouchTest(@TempDir Path folder) throws Exception {
    Path stiff = MadePerformances.stiff(folder.resolve("stiff.mid"), BARS);
    HumanizeRequest request = Humanizing.request(stiff, 1, 1, 3, Map.of());
    new Humanizing("test", 1).write(request, folder.resolve("played"), false);
    played = MidiReader.read(folder.resolve("played.mid"));
  }

  @ParameterizedTest
  @EnumSource(Player.class)
  void modelsAreSmall(Player player) throws Exception {
    FoundModel found = FoundModel.find(player.word(), TouchModel.SHIPPED);
    assertTrue(found.place().model().length <= MOST_BYTES);
    assertEquals(player, TouchModel.of(found).player());
  }

  private double velocity(boolean drums, IntPredicate pitch) {
    return played.notes().stream()
        .filter(note -> note.isDrum() == drums && pitch.test(note.pitch()))
        .mapToInt(Note::velocity)
        .average()
        .orElseThrow();
  }

  @Test
  void theTuneIsNotBuriedUnderWhatGoesWithIt() {
    double tune = velocity(false, pitch -> pitch == 72);
    double inner = velocity(false, pitch -> pitch >= 60 && pitch <= 64);
    assertTrue(tune > inner - 2, tune + " and " + inner);
  }

  @Test
  void theBackbeatIsLouderThanTheHat() {
    double snare = velocity(true, pitch -> pitch == 38);
    double hat = velocity(true, pitch -> pitch == 42);
    assertTrue(snare > hat + 5, snare + " and " + hat);
  }

  /** As drummers and recorded pianists are: half of all within 10 to 20 ms. */
  @Test
  void whatIsStruckTogetherStaysTogether() {
    for (boolean drums : new boolean[] {false, true}) {
      List<Double> spreads = new ArrayList<>();
      for (int beat = 1; beat < 4 * BARS; beat++) {
        long at = (long) beat * MadePerformances.QUARTER;
        long[] onsets =
            played.notes().stream()
                .filter(note -> note.isDrum() == drums && Math.abs(note.onset() - at) < 58)
                .mapToLong(Note::onset)
                .sorted()
                .toArray();
        // A quarter note is half a second.
        spreads.add((onsets[onsets.length - 1] - onsets[0]) * 500.0 / MadePerformances.QUARTER);
      }
      spreads.sort(Double::compare);
      double half = spreads.get(spreads.size() / 2);
      assertTrue(half > 3 && half < 20, "drums " + drums + ": " + half);
      assertTrue(spreads.get(spreads.size() * 9 / 10) < 45, "drums " + drums + ": " + spreads);
    }
  }
}
