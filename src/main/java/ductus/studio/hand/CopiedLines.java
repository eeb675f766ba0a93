package ductus.studio.hand;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.practice.CopyText;
import ductus.studio.bin.BinKind;
import ductus.studio.collection.Workspace;
import ductus.task.handwriting.adaptation.LineCheck;
import ductus.task.handwriting.adaptation.WrittenHand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sentences to copy, and those that were copied so far. */
public final class CopiedLines {
  private final SketchFile sketches;

  /** Creates the store of copied lines of a workspace. */
  public CopiedLines(Workspace workspace) {
    sketches = new SketchFile(workspace, "lines", BinKind.LINES);
  }

  /**
   * A sentence, and what is written of it.
   *
   * @param strokes as {@link DrawnInk#LINE} has them; none where nothing is written yet
   * @param doubt why the line may not be what it is to say; null where there is no doubt
   */
  record LineState(String text, List<List<List<Double>>> strokes, @Nullable String doubt) {}

  /** The file of the copied lines. */
  SketchFile sketches() {
    return sketches;
  }

  /** All sentences, in the order in which they are to be copied. */
  List<LineState> states() throws BadFileException, IOException {
    List<Handwriting> written = sketches.ink();
    List<Optional<String>> doubts = LineCheck.doubts(written);
    List<LineState> states = new ArrayList<>();
    for (String sentence : CopyText.sentences()) {
      LineState state = new LineState(sentence, List.of(), null);
      for (int i = 0; i < written.size(); i++) {
        if (written.get(i).text().orElse("").equals(sentence)) {
          state =
              new LineState(
                  sentence, DrawnInk.LINE.strokes(written.get(i)), doubts.get(i).orElse(null));
        }
      }
      states.add(state);
    }
    return states;
  }

  /** Keeps a line in place of the one that there was. */
  LineState write(CopiedLine line) throws BadFileException, IOException {
    List<Handwriting> ink = line.ink();
    sketches.replace(line.text(), ink);
    String doubt = ink.isEmpty() ? null : LineCheck.doubts(ink).get(0).orElse(null);
    return new LineState(line.text(), line.strokes(), doubt);
  }

  /**
   * The lines, to be learned.
   *
   * @throws IllegalArgumentException if they are too few
   */
  List<Handwriting> enough() throws BadFileException, IOException {
    List<Handwriting> written = sketches.ink();
    int characters = written.stream().mapToInt(line -> line.text().orElse("").length()).sum();
    if (characters < WrittenHand.FEWEST_CHARACTERS) {
      throw new IllegalArgumentException(
          "lines to learn a hand from must have %d characters or more together but have %d: write another one"
              .formatted(WrittenHand.FEWEST_CHARACTERS, characters));
    }
    return written;
  }
}
