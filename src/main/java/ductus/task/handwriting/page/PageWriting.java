package ductus.task.handwriting.page;

import ductus.ink.hand.Characters;
import ductus.ink.layout.CharacterWidths;
import ductus.ink.layout.LineDrift;
import ductus.ink.layout.PageLayout;
import ductus.ink.page.Page;
import ductus.ink.page.Page.PlacedLine;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.MarkedLineWriter;
import ductus.task.handwriting.synthesis.NetworkLineWriter;
import ductus.task.handwriting.synthesis.NetworkLineWriter.DrawnPart;
import ductus.task.handwriting.synthesis.NetworkLineWriter.LineReading;
import ductus.task.handwriting.synthesis.StyleChoice;
import ductus.task.handwriting.synthesis.WritingFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Writes texts on pages. */
public final class PageWriting {
  /** A text that is broken into as many lines is worth that some are written beforehand. */
  private static final int MANY_LINES = 16;

  private static final int SAMPLE_LINES = 8;
  private static final int SAMPLE_CHARACTERS = 40;

  /**
   * Pages as they were written.
   *
   * @param figures how it went
   */
  public record WrittenPages(List<Page> pages, WritingFigures figures) {
    public WrittenPages {
      pages = List.copyOf(pages);
    }
  }

  private final HandModel model;
  private final Optional<LineReading> reader;
  private final Kernels kernels;
  private final Workers workers;
  private final IntConsumer reached;

  /**
   * Ready to write.
   *
   * @param reader for requests that are to be checked
   * @param reached told now and then how many characters have been drawn; where lines are broken
   *     anew, these may be more than the text has
   */
  public PageWriting(
      HandModel model,
      Optional<LineReading> reader,
      Kernels kernels,
      Workers workers,
      IntConsumer reached) {
    this.reached = reached;
    this.model = model;
    this.reader = reader;
    this.kernels = kernels;
    this.workers = workers;
  }

  /** The characters of a text that cannot be written in a style, in order. */
  public static List<Characters.Missing> missing(String text, StyleChoice style, HandModel model) {
    return Characters.missing(text, style.writable(model));
  }

  /**
   * Writes a text on as many pages as it needs.
   *
   * @throws IllegalArgumentException if the text is empty or too long, has a character that its
   *     hand has not, or does not fit on the paper
   */
  public WrittenPages write(WritingRequest request) {
    MarkedLineWriter writer = checkedWriter(request);
    List<Page> pages = pages(request, writer);
    return new WrittenPages(pages, writer.figures(lines(pages)));
  }

  /**
   * The parts that the lines of a text were drawn in, from top to bottom.
   *
   * @throws IllegalArgumentException as {@link #write}
   */
  public List<DrawnPart> drawn(WritingRequest request) {
    MarkedLineWriter writer = checkedWriter(request);
    return writer.parts(lines(pages(request, writer)));
  }

  private MarkedLineWriter checkedWriter(WritingRequest request) {
    List<Characters.Missing> missing = missing(request.text(), request.style(), model);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "the text must have characters of %s only but has %s"
              .formatted(request.style(), missing.get(0)));
    }
    if (request.checked() && reader.isEmpty()) {
      throw new IllegalArgumentException("there must be a reader to check what was written");
    }
    return writer(request, request.checked() ? reader : Optional.empty(), reached);
  }

  private List<Page> pages(WritingRequest request, MarkedLineWriter writer) {
    LineDrift drift = new LineDrift(request.manner().drift(), request.seed());
    return PageLayout.pages(request.text(), request.page(), drift, widths(request), writer);
  }

  private static List<String> lines(List<Page> pages) {
    return pages.stream().flatMap(page -> page.lines().stream()).map(PlacedLine::text).toList();
  }

  private MarkedLineWriter writer(
      WritingRequest request, Optional<LineReading> checking, IntConsumer told) {
    StyleChoice style = request.style();
    long seed = request.seed();
    return new MarkedLineWriter(
        new NetworkLineWriter(
            model, style, request.manner(), seed, checking, kernels, workers, told),
        model,
        style,
        seed);
  }

  /**
   * Measures how wide the style is: where lines come out too wide or too narrow, all that follow
   * are broken elsewhere and written again.
   */
  CharacterWidths widths(WritingRequest request) {
    double room = request.page().textWidth() / request.page().xHeight();
    List<String> broken =
        request
            .text()
            .lines()
            .filter(paragraph -> CharacterWidths.AVERAGE.of(paragraph) > room)
            .toList();
    double width = broken.stream().mapToDouble(CharacterWidths.AVERAGE::of).sum();
    return width < MANY_LINES * room
        ? CharacterWidths.AVERAGE
        : CharacterWidths.measured(
            writer(request, Optional.empty(), characters -> {}).write(sample(broken)));
  }

  /** Some lines of a text, without words that may not fit on any. */
  private static List<String> sample(List<String> paragraphs) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : String.join(" ", paragraphs).strip().split("\\s+", -1)) {
      if (word.length() < SAMPLE_CHARACTERS) {
        line.append(line.length() == 0 ? "" : " ").append(word);
      }
      if (line.length() >= SAMPLE_CHARACTERS) {
        lines.add(line.toString());
        line.setLength(0);
      }
    }
    return lines.subList(0, Math.min(SAMPLE_LINES, lines.size()));
  }
}
