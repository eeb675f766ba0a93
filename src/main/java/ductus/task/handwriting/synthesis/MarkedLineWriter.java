package ductus.task.handwriting.synthesis;

import ductus.ink.hand.Proportions;
import ductus.ink.layout.PageLayout.LineWriter;
import ductus.ink.layout.WrittenLine;
import ductus.ink.mark.ApartText;
import ductus.ink.mark.HandProbe;
import ductus.ink.mark.LineSetting;
import ductus.ink.mark.Symbols;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.task.handwriting.synthesis.NetworkLineWriter.DrawnPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines with a network that has not learned every character: what it lacks is put in from
 * symbols, and in joined hands it draws marks apart, which are then set together.
 */
public final class MarkedLineWriter implements LineWriter {
  private final NetworkLineWriter writer;
  private final Set<Integer> learned;
  private final boolean joined;
  private final long seed;
  private final Symbols symbols = Symbols.shipped();
  private final Map<String, Integer> times = new HashMap<>();
  private List<WritingFigures> latest = List.of();
  private @Nullable Proportions proportions;

  /**
   * A writer over another.
   *
   * @param style that the other writes in
   * @param seed decides how symbols differ from time to time
   */
  public MarkedLineWriter(NetworkLineWriter writer, HandModel model, StyleChoice style, long seed) {
    this.writer = writer;
    this.seed = seed;
    learned = style.characters(model);
    joined = style.isJoined(model);
  }

  @Override
  public List<WrittenLine> write(List<String> lines) {
    List<ApartText> texts = lines.stream().map(this::apart).toList();
    List<WrittenLine> drawn = writer.write(texts.stream().map(ApartText::drawn).toList());
    latest = writer.latest();
    List<WrittenLine> set = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      set.add(set(texts.get(i), drawn.get(i)));
    }
    return set;
  }

  /** Figures of each of the lines that were written last. */
  List<WritingFigures> latest() {
    return latest;
  }

  /**
   * Takes a line as written that was so before: what comes after it is as if it had been drawn.
   *
   * @param figures of the line then
   */
  void recall(String line, WritingFigures figures) {
    ApartText text = apart(line);
    times.merge(text.text(), 1, Integer::sum);
    writer.recall(text.drawn(), figures);
  }

  /**
   * Figures of what the network drew of some of the lines that were written.
   *
   * @param lines those that came to stay
   */
  public WritingFigures figures(List<String> lines) {
    return writer.figures(drawn(lines));
  }

  /**
   * The parts that the network drew some of the lines in.
   *
   * @param lines those that came to stay
   */
  public List<DrawnPart> parts(List<String> lines) {
    return writer.parts(drawn(lines));
  }

  private List<String> drawn(List<String> lines) {
    return lines.stream().map(line -> apart(line).drawn()).toList();
  }

  private ApartText apart(String line) {
    return ApartText.of(line, learned, joined, symbols);
  }

  private WrittenLine set(ApartText text, WrittenLine drawn) {
    String whole = text.text();
    long key =
        PlaceRandom.key(
            PlaceRandom.key(whole.codePoints().asLongStream().toArray()),
            times.merge(whole, 1, Integer::sum));
    return text.isWhole() && !LineSetting.lacksAComma(drawn)
        ? drawn
        : LineSetting.of(
            text, drawn, symbols, proportions(), Randomness.of(PlaceRandom.key(seed, key)));
  }

  /** The proportions of the hand, measured when they are first needed. */
  private Proportions proportions() {
    if (proportions == null) {
      proportions = HandProbe.proportions(writer.write(List.of(HandProbe.text(learned))).get(0));
    }
    return proportions;
  }
}
