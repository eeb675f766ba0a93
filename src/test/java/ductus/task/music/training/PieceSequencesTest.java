package ductus.task.music.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ductus.corpus.Piece;
import ductus.model.Sequence;
import ductus.model.Sequences;
import ductus.music.Melody;
import ductus.run.TinyRuns;
import ductus.task.music.condition.Conditions;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.kind.PackedPiece;
import ductus.task.music.request.MusicTrainingConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PieceSequencesTest {
  private static final MelodyKind KIND = new MelodyKind();

  private static Piece<MusicPiece<Melody>> piece(int bars) {
    String hash = "tune of " + bars;
    PackedPiece packed =
        PackedPiece.of(KIND, new MusicPiece<>(hash, TinyRuns.tune(bars))).orElseThrow();
    return new Piece<>(Path.of("tunes", hash), hash, MusicPiece.of(packed, KIND));
  }

  private static List<Piece<MusicPiece<Melody>>> pieces() {
    return List.of(piece(4), piece(8), piece(2));
  }

  @Test
  void areThoseOfAllFormsInOrder() {
    for (MusicTrainingConfig.Keys keys : MusicTrainingConfig.Keys.values()) {
      List<Sequence> expected = new ArrayList<>();
      for (Piece<MusicPiece<Melody>> piece : pieces()) {
        KIND.forms(piece.value().music(), keys)
            .forEach(form -> expected.add(KIND.encoding().encode(form)));
      }
      Sequences made = PieceExamples.of(KIND, Conditions.NONE, pieces(), keys);
      assertEquals(expected, made.all());
      assertEquals(expected.size(), made.size());
      for (int i = expected.size() - 1; i >= 0; i--) {
        assertEquals(expected.get(i), made.get(i), keys.label() + " " + i);
        assertEquals(expected.get(i).length(), made.length(i));
      }
      assertEquals(
          expected.stream().mapToInt(Sequence::length).max().orElseThrow(), made.longest());
    }
  }

  @Test
  void areTheSameAtEachCallAlsoWithSomeConditionsOpen() {
    Conditions conditions =
        Conditions.learn(
            List.of("key", "density"),
            PieceExamples.examples(KIND, pieces(), MusicTrainingConfig.Keys.ALL));
    Sequences open =
        PieceExamples.someOpen(
            KIND, conditions, pieces(), MusicTrainingConfig.Keys.ALL, 7, () -> {});
    List<Sequence> once = open.all();
    assertEquals(once, open.all());
    for (int i = 0; i < once.size(); i++) {
      assertEquals(once.get(i), open.get(i), "sequence " + i);
    }
    assertNotEquals(
        PieceExamples.of(KIND, conditions, pieces(), MusicTrainingConfig.Keys.ALL).all(), once);
  }

  @Test
  void noPiecesHaveNoSequences() {
    Sequences none =
        PieceExamples.of(KIND, Conditions.NONE, List.of(), MusicTrainingConfig.Keys.ALL);
    assertEquals(0, none.size());
    assertEquals(0, none.longest());
  }
}
