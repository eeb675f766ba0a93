package ductus.studio.read;

import ductus.file.BadFileException;
import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.recognition.InkLine;
import ductus.ink.recognition.LineReader;
import ductus.ink.recognition.ReadWord;
import ductus.ink.recognition.ReadingModels;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.reading.ReaderConfig;
import ductus.model.reading.ReaderNetwork;
import ductus.studio.read.Reading.Letter;
import ductus.studio.read.Reading.Line;
import ductus.studio.read.Reading.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads ink with a reader of what people write, as {@code ductus recognise} does. */
final class InkRecognition {
  /** Most lines of a file. */
  static final int MOST_LINES = 300;

  private final int threads;

  /**
   * A reader.
   *
   * @param threads most threads of the engine
   */
  InkRecognition(int threads) {
    this.threads = threads;
  }

  /**
   * Lines that were read.
   *
   * @param ink of each line
   * @param lines what each says
   */
  record Lines(List<Handwriting> ink, List<Line> lines) {
    Lines {
      ink = List.copyOf(ink);
      lines = List.copyOf(lines);
    }
  }

  /**
   * Reads.
   *
   * @param nameOrPath of the reader
   * @throws IllegalArgumentException if there is no ink, or too much
   */
  Lines read(List<Handwriting> pieces, String nameOrPath) throws BadFileException, IOException {
    List<InkLine> lines = InkLine.of(pieces);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("there must be ink to read but there is none");
    }
    if (lines.size() > MOST_LINES) {
      throw new IllegalArgumentException(
          "a file must have at most %d lines but has %d: split it"
              .formatted(MOST_LINES, lines.size()));
    }
    List<Handwriting> ink = lines.stream().map(InkLine::ink).toList();
    List<Handwriting> prepared = lines.stream().map(InkLine::prepared).toList();
    ModelFile<ReaderConfig, ReaderNetwork> model = ReadingModels.reader(nameOrPath);
    try (Workers workers = new Workers(threads)) {
      LineReader reader = new LineReader(model, KernelChoice.best(), workers);
      List<String> texts = reader.read(prepared);
      List<List<ReadWord>> words = ReadWord.in(ink, prepared, texts, reader);
      List<Line> read = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        read.add(line(lines.get(i), texts.get(i), words.get(i)));
      }
      return new Lines(ink, read);
    }
  }

  private static Line line(InkLine line, String text, List<ReadWord> words) {
    if (words.isEmpty()) {
      // A line whose ink cannot be shared out among words is a single, doubtful one.
      Box box = line.ink().box().orElseThrow();
      return new Line(line.piece(), List.of(word(text, 0, List.of(), box)), false);
    }
    return new Line(
        line.piece(),
        words.stream()
            .map(each -> word(each.text(), each.confidence(), letters(each), each.box()))
            .toList(),
        false);
  }

  private static List<Letter> letters(ReadWord word) {
    return word.letters().stream()
        .map(letter -> new Letter(letter.text(), letter.confidence()))
        .toList();
  }

  private static Word word(String text, double confidence, List<Letter> letters, Box box) {
    return new Word(text, confidence, letters, box.left(), box.bottom(), box.right(), box.top());
  }
}
