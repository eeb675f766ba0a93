package ductus.api;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.recognition.InkLine;
import ductus.ink.recognition.LineReader;
import ductus.ink.recognition.ReadWord;
import ductus.ink.recognition.ReadingModels;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.reading.ReaderConfig;
import ductus.model.reading.ReaderNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads ink: pen strokes in InkML, UNIPEN, Xournal++, single-line SVG, our own JSON and others.
 *
 * <pre>{@code
 * for (HandwritingReader.Line line : HandwritingReader.usual().read(Path.of("page.inkml"))) {
 *   System.out.println(line.text());
 * }
 * }</pre>
 *
 * <p>The lines are those of {@code ductus recognise page.inkml}. Threads may share a reader; they
 * take turns.
 */
public final class HandwritingReader {
  private final ModelFile<ReaderConfig, ReaderNetwork> model;

  private HandwritingReader(ModelFile<ReaderConfig, ReaderNetwork> model) {
    this.model = model;
  }

  /**
   * A line that was read.
   *
   * @param words from left to right; none where nothing was read
   */
  public record Line(String text, List<Word> words) {
    public Line {
      words = List.copyOf(words);
    }
  }

  /**
   * A word that was read, or several where a stroke joins them.
   *
   * @param confidence how certain the reader is of its least certain character, 0 to 1
   */
  public record Word(String text, double confidence) {}

  /** A reader with the model that ships and learned what people wrote. */
  public static HandwritingReader usual() throws BadFileException, IOException {
    return new HandwritingReader(ReadingModels.reader(ReadingModels.PEOPLE));
  }

  /**
   * A reader with a model of one's own.
   *
   * @param model its file, or the folder of its training
   */
  public static HandwritingReader of(Path model) throws BadFileException, IOException {
    return new HandwritingReader(ReadingModels.reader(model.toAbsolutePath().toString()));
  }

  /**
   * Reads the lines of a file of ink, from top to bottom, whatever the order in which they were
   * written.
   *
   * @throws BadFileException if it is no ink, or more than can be read
   */
  public synchronized List<Line> read(Path file) throws BadFileException, IOException {
    List<InkLine> lines = InkLine.of(InkFile.read(file).pieces());
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      LineReader reader = new LineReader(model, KernelChoice.best(), workers);
      List<Handwriting> prepared = lines.stream().map(InkLine::prepared).toList();
      List<String> texts = reader.read(prepared);
      List<List<ReadWord>> words =
          ReadWord.in(lines.stream().map(InkLine::ink).toList(), prepared, texts, reader);
      List<Line> read = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        read.add(
            new Line(
                texts.get(i),
                words.get(i).stream()
                    .map(word -> new Word(word.text(), word.confidence()))
                    .toList()));
      }
      return List.copyOf(read);
    } catch (IllegalArgumentException tooMuch) {
      throw new BadFileException(file, String.valueOf(tooMuch.getMessage()));
    }
  }
}
