package ductus.task.recognition.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.math.Randomness;
import ductus.model.pen.Alphabet;
import ductus.model.reading.LineRows;
import ductus.task.recognition.lessons.LabeledLineComposer.LabeledLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LabeledLineComposerTest {
  private static final Alphabet ALPHABET =
      new Alphabet(" ,.:ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\u0301");
  private static final CurriculumStage LATE = new CurriculumStage(20, false, 0.5);
  private static final CurriculumStage EARLY = new CurriculumStage(12, true, 0);

  private static List<Hand> hands() throws Exception {
    List<Hand> hands = new ArrayList<>();
    for (String name : new String[] {"print", "round", "note"}) {
      hands.add(HandFile.read(Path.of("corpora/hands/" + name + ".json")));
    }
    return hands;
  }

  @Test
  void theStepsOfAnAlignedLineReadAsCtcReadsThemAreItsText() throws Exception {
    LabeledLineComposer source = LabeledLineComposer.forReader(hands(), ALPHABET, 1);
    for (int seed = 0; seed < 150; seed++) {
      LabeledLine line = source.line(EARLY, 0, Randomness.of(seed));
      LabelPath path = line.path().orElseThrow();
      assertEquals(line.rows().steps(), path.steps());
      StringBuilder read = new StringBuilder();
      int before = LabelPath.BLANK;
      for (int t = 0; t < path.steps(); t++) {
        if (path.character(t) != LabelPath.BLANK && path.character(t) != before) {
          read.appendCodePoint(path.character(t));
        }
        before = path.character(t);
      }
      assertEquals(line.text(), read.toString(), "seed " + seed);
    }
  }

  @Test
  void everyTextFitsIntoTheStepsOfItsLine() throws Exception {
    LabeledLineComposer source = LabeledLineComposer.forReader(hands(), ALPHABET, 1);
    for (int seed = 0; seed < 200; seed++) {
      LabeledLine line = source.line(LATE, 0, Randomness.of(seed));
      int[] text = line.text().codePoints().toArray();
      int least = text.length;
      for (int i = 1; i < text.length; i++) {
        least += text[i] == text[i - 1] ? 1 : 0;
      }
      assertTrue(line.rows().steps() >= least, line.text());
    }
  }

  @Tag("long")
  @Test
  void aLineIsDecidedByItsRandomNumbersAndTheEpoch() throws Exception {
    LabeledLineComposer source = LabeledLineComposer.forReader(hands(), ALPHABET, 1);
    LabeledLineComposer again = LabeledLineComposer.forReader(hands(), ALPHABET, 1);
    for (int seed = 0; seed < 30; seed++) {
      source.line(LATE, seed % 3, Randomness.of(99));
      LabeledLine line = source.line(LATE, 0, Randomness.of(seed));
      LabeledLine same = again.line(LATE, 0, Randomness.of(seed));
      assertEquals(line.text(), same.text());
      assertEquals(values(line.rows()), values(same.rows()));
      LabeledLine other = again.line(LATE, 0, Randomness.of(seed + 1000));
      assertNotEquals(values(line.rows()), values(other.rows()));
    }
  }

  private static List<Float> values(LineRows rows) {
    List<Float> values = new ArrayList<>();
    for (int step = 0; step < rows.steps(); step++) {
      for (int feature = 0; feature < rows.features(); feature++) {
        values.add(rows.value(step, feature));
      }
    }
    return values;
  }
}
