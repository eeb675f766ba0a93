package ductus.task.handwriting.synthesis;

import ductus.ink.layout.PageLayout.LineWriter;
import ductus.ink.layout.WrittenLine;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.task.handwriting.synthesis.LineMemory.KnownLine;
import ductus.task.handwriting.synthesis.LineMemory.LineKey;
import ductus.task.handwriting.synthesis.LineMemory.LineOrigin;
import ductus.task.handwriting.synthesis.NetworkLineWriter.DrawnPart;
import ductus.task.handwriting.synthesis.NetworkLineWriter.LineReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has lines drawn that are not remembered; writes what a {@link MarkedLineWriter} would that draws
 * them all.
 */
public final class RememberingWriter implements LineWriter {
  /** Lines that are drawn at once, so that they are remembered if what follows is given up. */
  private static final int REMEMBERED_TOGETHER = 8;

  private final LineMemory memory;
  private final LineOrigin origin;
  private final Supplier<MarkedLineWriter> writers;
  private final Map<String, Integer> times = new HashMap<>();

  /** What the writer behind was not told yet: it is made when there is something to draw. */
  private final List<LineKey> untold = new ArrayList<>();

  private final Map<LineKey, WritingFigures> figures = new HashMap<>();
  private @Nullable MarkedLineWriter writer;

  /**
   * A writer with a network, in one style.
   *
   * @param seed decides all chance
   * @param reader checks what was written, if there is one
   * @param reached told now and then how many characters have been drawn
   */
  public RememberingWriter(
      LineMemory memory,
      HandModel model,
      StyleChoice style,
      PenManner manner,
      long seed,
      Optional<LineReading> reader,
      Kernels kernels,
      Workers workers,
      IntConsumer reached) {
    this.memory = memory;
    origin = new LineOrigin(model.sha256(), style, manner, reader.isPresent(), seed);
    writers =
        () ->
            new MarkedLineWriter(
                new NetworkLineWriter(
                    model, style, manner, seed, reader, kernels, workers, reached),
                model,
                style,
                seed);
  }

  @Override
  public List<WrittenLine> write(List<String> lines) {
    List<Optional<KnownLine>> known = new ArrayList<>();
    List<LineKey> missing = new ArrayList<>();
    // Once a text is missing all that follow are drawn, so that the writer counts them in order.
    Set<String> drawn = new HashSet<>();
    for (String line : lines) {
      LineKey key = new LineKey(origin, line, times.merge(line, 1, Integer::sum));
      Optional<KnownLine> found = drawn.contains(line) ? Optional.empty() : memory.find(key);
      known.add(found);
      if (found.isEmpty()) {
        drawn.add(line);
        missing.add(key);
      } else {
        untold.add(key);
        figures.put(key, found.get().figures());
      }
    }
    List<KnownLine> news = new ArrayList<>();
    int together = memory.keepsAny() ? REMEMBERED_TOGETHER : Math.max(1, missing.size());
    for (int from = 0; from < missing.size(); from += together) {
      news.addAll(draw(missing.subList(from, Math.min(missing.size(), from + together))));
    }
    List<WrittenLine> written = new ArrayList<>();
    int next = 0;
    for (Optional<KnownLine> each : known) {
      written.add(each.isPresent() ? each.get().line() : news.get(next++).line());
    }
    return written;
  }

  private List<KnownLine> draw(List<LineKey> missing) {
    MarkedLineWriter behind = writer;
    if (behind == null) {
      behind = writers.get();
      writer = behind;
    }
    for (LineKey key : untold) {
      behind.recall(key.text(), figures(key));
    }
    untold.clear();
    List<WrittenLine> lines = behind.write(missing.stream().map(LineKey::text).toList());
    List<KnownLine> news = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      LineKey key = missing.get(i);
      KnownLine line = new KnownLine(lines.get(i), behind.latest().get(i));
      figures.put(key, line.figures());
      memory.keep(key, line);
      news.add(line);
    }
    return news;
  }

  private WritingFigures figures(LineKey key) {
    WritingFigures of = figures.get(key);
    if (of == null) {
      throw new IllegalStateException("a line must be written before it is told of: " + key);
    }
    return of;
  }

  /**
   * Figures of some of the lines that were written.
   *
   * @param lines those that came to stay
   */
  public WritingFigures figures(List<String> lines) {
    WritingFigures sum = WritingFigures.none(origin.checked());
    Map<String, Integer> seen = new HashMap<>();
    for (String line : lines) {
      sum = sum.plus(figures(new LineKey(origin, line, seen.merge(line, 1, Integer::sum))));
    }
    return sum;
  }

  /**
   * The parts that some of the lines were drawn in; of remembered ones there are none.
   *
   * @param lines those that came to stay
   */
  public List<DrawnPart> parts(List<String> lines) {
    return writer == null ? List.of() : writer.parts(lines);
  }
}
