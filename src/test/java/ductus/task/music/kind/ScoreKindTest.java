package ductus.task.music.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.generate.Sampling;
import ductus.model.Sequence;
import ductus.music.TimeSignature;
import ductus.music.arrangement.Arrangement;
import ductus.music.arrangement.ArrangementScore;
import ductus.music.arrangement.PartNote;
import ductus.music.arrangement.TempoStep;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.PieceOverview;
import ductus.task.music.request.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreKindTest {
  private final ScoreKind kind = new ScoreKind();

  @Test
  void learnsLongPiecesInPartsOf32BarsAndTwelveForms() {
    assertEquals(1, kind.forms(piece(48), TrainingConfig.Keys.OWN).size());
    assertEquals(2, kind.forms(piece(49), TrainingConfig.Keys.OWN).size());
    assertEquals(24, kind.forms(piece(64), TrainingConfig.Keys.ALL).size());
    assertEquals(new PieceOverview("3/4", null, 49, 49), kind.outline(piece(49)));
  }

  @Test
  void aScoreEndsWhereItsLastNoteDoes() {
    assertEquals(7 * 72 * 20, kind.score(piece(7), 0).length());
    assertEquals(7, PieceOverview.of(kind.score(piece(7), 0)).bars());
  }

  @Test
  void goesOnFromAllOfAPrimerInItsMetre() {
    MusicRequest.Opening opening =
        kind.opening(
            ArrangementScore.of(piece(4)), MusicRequest.Header.OPEN, TrainingConfig.Keys.OWN);
    int[] tokens = opening.tokens().stream().mapToInt(Integer::intValue).toArray();
    assertEquals(piece(4), kind.encoding().decode(new Sequence(tokens, new int[0], 0)));
    assertEquals(2, kind.withoutOpening(piece(6), opening).notes().size());
    MusicRequest.Header bars = new MusicRequest.Header(null, null, null, 4);
    MusicRequest tooShort = request(bars, opening, 0);
    assertThrows(
        IllegalArgumentException.class, () -> kind.constraints(tooShort, TrainingConfig.Keys.OWN));
    MusicRequest.Header metre =
        new MusicRequest.Header(new TimeSignature(0, 4, 4), null, null, null);
    assertThrows(
        IllegalArgumentException.class,
        () -> kind.opening(ArrangementScore.of(piece(4)), metre, TrainingConfig.Keys.OWN));
  }

  @Test
  void takesTheTempoThatIsAskedFor() {
    MusicRequest fast = request(MusicRequest.Header.OPEN, MusicRequest.Opening.NONE, 180);
    Arrangement finished = kind.finish(piece(2), fast, TrainingConfig.Keys.OWN, 0);
    assertEquals(List.of(new TempoStep(0, 180)), finished.tempos());
    assertEquals(piece(2).notes(), finished.notes());
  }

  private static MusicRequest request(
      MusicRequest.Header header, MusicRequest.Opening opening, double tempo) {
    return new MusicRequest(header, opening, null, Sampling.PLAIN, 1, tempo, MusicRequest.PIANO);
  }

  /** A note a bar. */
  private static Arrangement piece(int bars) {
    List<PartNote> notes = new ArrayList<>();
    for (int bar = 0; bar < bars; bar++) {
      notes.add(new PartNote(72 * bar, 72, 60 + bar % 12, 20, 40, 1));
    }
    return new Arrangement(
        List.of(new TimeSignature(0, 3, 4)), List.of(new TempoStep(0, 100)), notes);
  }
}
