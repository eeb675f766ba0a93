package ductus.task.music.kind;

import static ductus.Refusals.assertRefusedNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.generate.Sampling;
import ductus.model.Sequence;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.performance.Performance;
import ductus.music.performance.PerformanceScore;
import ductus.music.performance.PerformedNote;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerformanceKindTest {
  private static final MusicRequest.Header NO_HEADER = MusicRequest.Header.OPEN;

  private final PerformanceKind kind = new PerformanceKind();

  @Test
  void learnsPartsOfTwentySecondsAndMoreInTwelveForms() {
    Performance minute = performance(60);
    assertEquals(1, kind.forms(performance(39), MusicTrainingConfig.Keys.OWN).size());
    List<Performance> parts = kind.forms(minute, MusicTrainingConfig.Keys.OWN);
    assertEquals(2, parts.size());
    assertEquals(24, kind.forms(minute, MusicTrainingConfig.Keys.ALL).size());
  }

  @Test
  void goesOnFromAllOfAPrimerWithItsNotesEnded() {
    Score primer = PerformanceScore.of(performance(3));
    MusicRequest.Opening opening = kind.opening(primer, NO_HEADER, MusicTrainingConfig.Keys.OWN);
    int[] tokens = opening.tokens().stream().mapToInt(Integer::intValue).toArray();
    assertEquals(performance(3), kind.encoding().decode(new Sequence(tokens, new int[0], 0)));
    assertEquals(4, kind.withoutOpening(performance(5), opening).notes().size());
    MusicRequest tooShort = request(new MusicRequest.Header(null, null, null, 1), opening);
    assertThrows(
        IllegalArgumentException.class,
        () -> kind.constraints(tooShort, MusicTrainingConfig.Keys.OWN));
    MusicRequest enough = request(new MusicRequest.Header(null, null, null, 2), opening);
    assertEquals(2, kind.constraints(enough, MusicTrainingConfig.Keys.OWN).size());
  }

  @Test
  void refusesWhatAPerformanceHasNot() {
    MusicRequest inKey =
        request(new MusicRequest.Header(null, 0, null, null), MusicRequest.Opening.NONE);
    assertThrows(
        IllegalArgumentException.class,
        () -> kind.constraints(inKey, MusicTrainingConfig.Keys.OWN));
    Score drums = scoreOf(new Note(0, 10, 36, 90, Note.DRUM_CHANNEL, 0));
    assertRefusedNaming("drums", () -> kind.find(drums));
  }

  private static MusicRequest request(MusicRequest.Header header, MusicRequest.Opening opening) {
    return new MusicRequest(header, opening, null, Sampling.PLAIN, 1, 0, MusicRequest.PIANO);
  }

  private static Score scoreOf(Note note) {
    return new Score(
        480, 480, List.of(note), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** Two notes a second. */
  private static Performance performance(int seconds) {
    List<PerformedNote> notes = new ArrayList<>();
    for (int i = 0; i < 2 * seconds; i++) {
      notes.add(new PerformedNote(50 * i, 40, 60 + i % 12, 20));
    }
    return new Performance(notes, List.of());
  }
}
