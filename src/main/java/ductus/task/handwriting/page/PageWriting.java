package ductus.task.handwriting.page;

import ductus.ink.hand.Characters;
import ductus.ink.layout.CharacterWidths;
import ductus.ink.layout.LineDrift;
import ductus.ink.layout.PageLayout;
import ductus.ink.page.Page;
import ductus.ink.page.Page.PlacedLine;
import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Workers;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.LineMemory;
import ductus.task.handwriting.synthesis.NetworkLineWriter.DrawnPart;
import ductus.task.handwriting.synthesis.NetworkLineWriter.LineReading;
import ductus.task.handwriting.synthesis.RememberingWriter;
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
  private final LineMemory memory;
  private final IntConsumer reached;

  /**
   * Ready to write.
   *
   * @param memory of lines that were written before
   * @param reader for requests that are to be checked
   * @param reached told now and then how many characters have been drawn; where lines are broken
   *     anew, these may be more than the text has
   */
  public PageWriting(
      HandModel model,
      Optional<LineReading> reader,
      Kernels kernels,
      Workers workers,
      LineMemory memory,
      IntConsumer reached) {
    this.memory = memory;
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
    RememberingWriter writer = checkedWriter(request, memory);
    List<Page> pages = pages(request, writer);
    return new WrittenPages(pages, writer.figures(lines(pages)));
  }

  /**
   * The parts that the lines of a text were drawn in, from top to bottom.
   *
   * @throws IllegalArgumentException as {@link #write}
   */
  public List<DrawnPart> drawn(WritingRequest request) {
    RememberingWriter writer = checkedWriter(request, LineMemory.none());
    return writer.parts(lines(pages(request, writer)));
  }

  private RememberingWriter checkedWriter(WritingRequest request, LineMemory known) {
    List<Characters.Missing> missing = missing(request.text(), request.style(), model);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "the text must have characters of %s only but has %s"
              .formatted(request.style(), missing.get(0)));
    }
    if (request.checked() && reader.isEmpty()) {
      throw new IllegalArgumentException("there must be a reader to check what was written");
    }
    return writer(request, request.seed(), request.checked(), known, reached);
  }

  private List<Page> pages(WritingRequest request, RememberingWriter writer) {
    LineDrift drift = new LineDrift(request.manner().drift(), request.seed());
    return PageLayout.pages(
        request.text(),
        request.page(),
        drift,
        widths(request),
        writer,
        request.arranged(),
        (word, take) ->
            writer(
                    request,
                    PlaceRandom.key(request.seed(), take),
                    request.checked(),
                    memory,
                    characters -> {})
                .write(List.of(word))
                .get(0));
  }

  private static List<String> lines(List<Page> pages) {
    return pages.stream().flatMap(page -> page.lines().stream()).map(PlacedLine::text).toList();
  }

  private RememberingWriter writer(
      WritingRequest request, long seed, boolean checking, LineMemory known, IntConsumer told) {
    return new RememberingWriter(
        known,
        model,
        request.style(),
        request.manner(),
        seed,
        checking ? reader : Optional.empty(),
        kernels,
        workers,
        told);
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
            writer(request, request.seed(), false, memory, characters -> {}).write(sample(broken)));
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
