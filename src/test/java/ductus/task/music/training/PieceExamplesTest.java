package ductus.task.music.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.Piece;
import ductus.model.Sequence;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.encoding.MelodyEncoding;
import ductus.run.TinyRuns;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.request.TrainingConfig;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PieceExamplesTest {
  private static final MelodyEncoding ENCODING = new MelodyEncoding();

  private static List<Sequence> of(Melody melody, TrainingConfig.Keys keys) {
    return PieceExamples.of(
        new MelodyKind(),
        List.of(new Piece<>(Path.of("tune.mid"), "hash", new MusicPiece<>("hash", melody))),
        keys);
  }

  @Test
  void areATuneInItsOwnKeyInAllOrInTheCommonOne() {
    Melody tune = TinyRuns.tune(4);
    assertEquals(List.of(ENCODING.encode(tune)), of(tune, TrainingConfig.Keys.OWN));
    List<Sequence> all = of(tune, TrainingConfig.Keys.ALL);
    assertEquals(12, all.size());
    assertEquals(12, all.stream().map(each -> ENCODING.decode(each).key()).distinct().count());
    Melody common = ENCODING.decode(of(tune, TrainingConfig.Keys.COMMON).get(0));
    assertEquals(0, common.key().fifths());
    assertEquals(tune.key().mode(), common.key().mode());
  }

  @Test
  void leaveATuneTooWideForOtherKeysInItsOwn() {
    Melody wide =
        new Melody(
            4,
            16,
            List.of(new TimeSignature(0, 4, 4)),
            new Key(6, Mode.MAJOR),
            100,
            List.of(new MelodyNote(0, 8, 36), new MelodyNote(8, 8, 95)));
    for (TrainingConfig.Keys keys : TrainingConfig.Keys.values()) {
      List<Sequence> sequences = of(wide, keys);
      assertTrue(sequences.contains(ENCODING.encode(wide)), keys.label());
    }
  }
}
