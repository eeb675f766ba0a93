package ductus.studio.write;

import ductus.file.BadFileException;
import ductus.ink.page.Margins;
import ductus.ink.page.PageSetup;
import ductus.ink.page.Paper;
import ductus.ink.render.PageFormat;
import ductus.ink.render.RenderSettings;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.page.TextWriting;
import ductus.task.handwriting.page.WritingRequest;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.synthesis.StyleChoice;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A few words in each hand. They are drawn one at a time, and no letter waits for them. */
final class HandSamples {
  private static final String WORDS = "In the evening light";
  private static final Paper PAPER = Paper.of(64, 20);

  private final WritingHands hands;
  private final TextWriting writing;
  private final Map<String, byte[]> drawn = new HashMap<>();

  /**
   * Nothing is drawn yet.
   *
   * @param hands that write
   * @param programVersion for the provenance
   * @param threads most threads of the engine
   */
  HandSamples(WritingHands hands, String programVersion, int threads) {
    this.hands = hands;
    writing = new TextWriting(programVersion, threads);
  }

  /**
   * The words in a hand, as SVG.
   *
   * @param run that learned it; empty for the model that ships
   */
  synchronized byte[] of(String hand, String run) throws BadFileException, IOException {
    ModelReference asked = hands.reference(run).holding(Set.of(hand));
    // A run goes on learning.
    boolean lasting = run.isEmpty();
    byte[] known = lasting ? drawn.get(hand) : null;
    if (known != null) {
      return known;
    }
    HandModel model = asked.open(Set.of(hand));
    StyleChoice style = StyleChoice.of(hand);
    PageSetup setup = PageSetup.on(PAPER).withMargins(new Margins(5, 2, 5, 2));
    WritingRequest request =
        new WritingRequest(
            WritingHands.written(WORDS, style, model, new TreeMap<>()).strip(),
            style,
            PenManner.neat(PenManner.USUAL_NEATNESS, 0),
            setup,
            RenderSettings.DEFAULT,
            asked.isUsuallyChecked(),
            1);
    byte[] sample =
        PageFormat.SVG
            .files(writing.pages(model, request).pages(), hand, RenderSettings.DEFAULT)
            .get(0);
    if (lasting) {
      drawn.put(hand, sample);
    }
    return sample;
  }

  /** Draws a hand anew that was taught again. */
  synchronized void forget(String hand) {
    drawn.remove(hand);
  }
}
