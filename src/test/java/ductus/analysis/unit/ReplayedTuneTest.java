package ductus.analysis.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Melody;
import ductus.task.music.generation.MusicPrimer;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.BarRange;
import ductus.task.music.request.MusicRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayedTuneTest {
  private static final MusicRequest.Header FOUR_BARS = new MusicRequest.Header(null, null, null, 4);

  private final MusicModel<Melody> folk;

  ReplayedTuneTest() throws Exception {
    folk = MusicModels.open("folk", new MelodyKind());
  }

  private static List<Integer> bars(ReplayedTune inside) {
    return IntStream.range(0, inside.read().steps())
        .mapToObj(step -> inside.place(step).bar())
        .toList();
  }

  @Test
  void knowsWhatWasDrawnInWhichBar() {
    MusicRequest request = MusicRequest.open(folk.kind().sampling(), 3).with(FOUR_BARS);
    ReplayedTune inside = ReplayedTune.of(folk, request, 0);
    // The header, the plan, a token for each bar, and the bars.
    List<Integer> bars = bars(inside);
    assertEquals(List.of(0, 0, 0, 0, 1, 2, 3, 4), bars.subList(0, 8));
    assertEquals("new bar", inside.name(inside.read().token(4)));
    assertEquals(0, inside.place(7).share());
    List<Integer> body = bars.subList(8, bars.size());
    assertEquals(1, body.get(0));
    assertEquals(body.stream().sorted().toList(), body);
    assertEquals(4, body.get(body.size() - 1));
    assertFalse(inside.place(inside.read().steps() - 1).given());
    double nats = IntStream.range(0, inside.read().steps()).mapToDouble(inside.read()::nats).sum();
    assertTrue(
        nats > 0 && Double.isFinite(nats), "what was drawn must have been possible: " + nats);
    assertEquals(
        "hold",
        IntStream.range(0, inside.read().vocabularySize())
            .mapToObj(inside::name)
            .filter("hold"::equals)
            .findFirst()
            .orElse(""));
  }

  @Test
  void knowsWhatThePromptGave() {
    MusicRequest.Opening opening =
        MusicPrimer.played(folk.kind(), "C5q D5q E5q F5q", FOUR_BARS, folk.keys());
    MusicRequest request =
        MusicRequest.open(folk.kind().sampling(), 3).with(FOUR_BARS).with(opening);
    ReplayedTune inside = ReplayedTune.of(folk, request, 0);
    long given =
        IntStream.range(0, inside.read().steps()).filter(s -> inside.place(s).given()).count();
    assertEquals(opening.tokens().stream().filter(token -> token >= 0).count() - 1, given);

    int[] tokens =
        IntStream.concat(
                IntStream.of(opening.tokens().get(0)),
                IntStream.range(0, inside.read().steps()).map(inside.read()::token))
            .toArray();
    MusicRequest.Opening whole = new MusicRequest.Opening(IntStream.of(tokens).boxed().toList(), 0);
    BarRange third = new BarRange(3, 3);
    MusicRequest fill =
        MusicRequest.open(folk.kind().sampling(), 4)
            .with(whole)
            .with(new MusicRequest.Guidance(0, 0, 0, false, List.of(), null, null, third));
    ReplayedTune filled = ReplayedTune.of(folk, fill, 0);
    for (int step = 0; step < filled.read().steps(); step++) {
      boolean plan = filled.name(filled.read().token(step)).contains("bar");
      assertEquals(
          plan || filled.place(step).bar() != 3, filled.place(step).given(), "step " + step);
    }
  }

  @Test
  void knowsWhatWouldHaveBeenDrawnAgain() {
    MusicRequest plain = MusicRequest.open(folk.kind().sampling(), 3).with(FOUR_BARS);
    ReplayedTune free = ReplayedTune.of(folk, plain, 0);
    IntStream steps = IntStream.range(0, free.read().steps());
    assertTrue(steps.allMatch(step -> free.turnedDown(step).isEmpty()));

    MusicRequest guarded = plain.with(new MusicRequest.Guidance(0, 1, 0, false));
    ReplayedTune once = ReplayedTune.of(folk, guarded, 0);
    int again = 0;
    String last = "";
    for (int step = 0; step < once.read().steps(); step++) {
      Set<Integer> turnedDown = once.turnedDown(step);
      String drawn = once.name(once.read().token(step));
      assertFalse(turnedDown.contains(once.read().token(step)), "step " + step + " " + drawn);
      for (int token : turnedDown) {
        assertEquals(last, once.name(token), "only the same note again is turned down");
        again++;
      }
      last = drawn.startsWith("on ") ? drawn : last;
    }
    assertTrue(again > 0, "no note could have been struck again");
  }
}
