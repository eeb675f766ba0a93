package ductus.cli.recognition;

import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandsOption;
import ductus.cli.option.OutOption;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.prepare.InkPreparation;
import ductus.ink.read.InkFile;
import ductus.ink.recognition.LineReader;
import ductus.ink.recognition.ReadWord;
import ductus.ink.recognition.ReadingModels;
import ductus.ink.recognition.WriterIdentification;
import ductus.ink.render.SearchablePdf;
import ductus.ink.render.SearchablePdf.InkPage;
import ductus.ink.render.SearchablePdf.PlacedWord;
import ductus.ink.splitting.LineSplitting;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.reading.ReaderConfig;
import ductus.model.reading.ReaderNetwork;
import ductus.provenance.OutputNames;
import ductus.task.handwriting.adaptation.AddedHands;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus recognise FILE}: ink to text. */
@Command(
    name = "recognise",
    aliases = "recognize",
    description = {
      "Reads handwriting: prints the text of each line of ink.",
      "",
      "Ink is pen strokes: InkML, UNIPEN, Xournal++, single-line SVG, our own JSON and others. A"
          + " page is taken apart into lines by where the ink stands, in whatever order it was"
          + " written; each is leveled and brought to one size, and read.",
      ""
    })
public final class RecognizeCommand implements Callable<Integer> {
  private static final int MOST_BEAM = 1000;
  private static final long ENROLLING_SEED = 1;
  private static final String PDF = "pdf";
  private static final String ENDING = ".pdf";

  @Parameters(paramLabel = "FILE", description = "A file of ink.")
  private Path file;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "A reader that ships (people, which learned what people wrote, or reader, which learned"
              + " composed lines), its file or training run; ${DEFAULT-VALUE} by default.")
  private String model = ReadingModels.PEOPLE;

  @Option(
      names = "--beam",
      paramLabel = "N",
      description =
          "Keeps the N best readings from step to step, which are ranked by the words that they"
              + " make, too; ${DEFAULT-VALUE} by default. 0 goes by the ink alone.")
  private int beam = LineReader.USUAL_BEAM;

  @Option(
      names = "--hand",
      description =
          "Also names the hand that each line looks most like, among those that ship and those that"
              + " were added.")
  private boolean hand;

  @Option(
      names = "--to",
      paramLabel = "pdf",
      description =
          "Also writes the ink as a PDF that can be searched: the text lies invisibly under its"
              + " strokes. A page for each piece of ink.")
  private @Nullable String to;

  @Mixin private OutOption out = new OutOption();

  @Mixin private HandsOption added = new HandsOption();

  @Mixin private CommonOptions common;

  /** What was read; the PDF where one was asked for. */
  record Result(String file, String format, List<Line> lines, @Nullable String pdf) {}

  /** A line; the hand where it was asked for. */
  record Line(
      String text, @Nullable String hand, @Nullable Double likeness, List<ReadWord> words) {}

  /**
   * A line of ink.
   *
   * @param piece number of the piece of ink that it is of
   * @param ink as it was written
   * @param prepared as the reader takes it, stroke for stroke
   */
  private record InkLine(int piece, Handwriting ink, Handwriting prepared) {}

  @Override
  public Integer call() throws BadFileException, IOException {
    if (beam < 0 || beam > MOST_BEAM) {
      throw common.wrongUsage("--beam must be 0 to " + MOST_BEAM + " but was " + beam);
    }
    if (to != null && !to.equals(PDF)) {
      throw common.wrongUsage("--to must be pdf but was " + to);
    }
    InkFile ink = InkFile.read(file);
    Path path = to == null ? null : pdf();
    List<InkLine> lines = lines(ink.pieces());
    try (Workers workers = new Workers(common.threads())) {
      List<Line> read = read(lines, workers);
      for (Line line : read) {
        common.console().print(line.hand() == null ? line.text() : named(line));
      }
      String pdf = path == null ? null : write(path, ink.pieces(), lines, read).toString();
      if (pdf != null) {
        common.console().say("wrote " + pdf);
      }
      common.console().printJson(new Result(file.toString(), ink.format().label(), read, pdf));
    }
    return ExitStatus.DONE;
  }

  /** The file that is asked for, or a new name in a folder; there is no sidecar beside it. */
  private Path pdf() throws IOException {
    Optional<Path> asked = out.path().filter(path -> path.toString().endsWith(ENDING));
    if (asked.isPresent() && Files.exists(asked.get())) {
      throw new FileAlreadyExistsException(asked.get().toString());
    }
    return asked.isPresent()
        ? asked.get()
        : OutputNames.path(
            OutputNames.stem(out.path().orElse(null), "reading", List.of(ENDING)), ENDING);
  }

  private static List<InkLine> lines(List<Handwriting> pieces) {
    InkPreparation preparation = InkPreparation.ofLines(PenEncoding.SPACING);
    List<InkLine> lines = new ArrayList<>();
    for (int piece = 0; piece < pieces.size(); piece++) {
      List<Stroke> strokes = pieces.get(piece).strokes();
      if (!strokes.isEmpty()) {
        // What a label says is not looked at.
        for (Handwriting line : LineSplitting.of(Handwriting.of(strokes))) {
          lines.add(new InkLine(piece, line, preparation.apply(line).ink()));
        }
      }
    }
    return lines;
  }

  private Path write(Path path, List<Handwriting> pieces, List<InkLine> lines, List<Line> read)
      throws BadFileException, IOException {
    List<InkPage> pages = new ArrayList<>();
    for (int piece = 0; piece < pieces.size(); piece++) {
      int number = piece;
      List<List<PlacedWord>> words =
          IntStream.range(0, lines.size())
              .filter(i -> lines.get(i).piece() == number)
              .mapToObj(i -> read.get(i).words())
              .map(line -> line.stream().map(w -> new PlacedWord(w.text(), w.box())).toList())
              .toList();
      if (!pieces.get(piece).strokes().isEmpty()) {
        pages.add(new InkPage(pieces.get(piece), words));
      }
    }
    if (pages.isEmpty()) {
      throw new BadFileException(file, "has no ink to write");
    }
    AtomicFile.makeFolderOf(path);
    AtomicFile.write(path, SearchablePdf.pdf(pages, String.valueOf(file.getFileName())));
    return path;
  }

  private WriterIdentification naming(Workers workers) throws BadFileException, IOException {
    String names = model.equals(ReadingModels.PEOPLE) ? ReadingModels.SHIPPED : model;
    WriterIdentification naming = ReadingModels.naming(names, KernelChoice.best(), workers);
    new AddedHands(added.folder())
        .enrollIn(naming, ENROLLING_SEED)
        .forEach(broken -> common.console().warn("cannot name hands like " + broken.getMessage()));
    return naming;
  }

  private static String named(Line line) {
    return String.format(Locale.ROOT, "%s\t(%s, %.2f)", line.text(), line.hand(), line.likeness());
  }

  private List<Line> read(List<InkLine> lines, Workers workers)
      throws BadFileException, IOException {
    ModelFile<ReaderConfig, ReaderNetwork> opened = ReadingModels.reader(model);
    ReaderNetwork network = opened.network();
    LineReader.Decoding decoding =
        beam == 0
            ? LineReader.Decoding.bestPath()
            : LineReader.Decoding.withWords(beam, LineReader.WordWeights.of(opened), network);
    LineReader reader = new LineReader(network, decoding, KernelChoice.best(), workers);
    try {
      List<Handwriting> prepared = lines.stream().map(InkLine::prepared).toList();
      List<String> texts = reader.read(prepared);
      List<List<ReadWord>> words =
          ReadWord.in(lines.stream().map(InkLine::ink).toList(), prepared, texts, reader);
      List<List<WriterIdentification.Nearest>> hands =
          hand && !lines.isEmpty() ? naming(workers).nearest(prepared) : List.of();
      List<Line> read = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        WriterIdentification.Nearest nearest = hands.isEmpty() ? null : hands.get(i).get(0);
        read.add(
            new Line(
                texts.get(i),
                nearest == null ? null : nearest.hand(),
                nearest == null ? null : nearest.likeness(),
                words.get(i)));
      }
      return read;
    } catch (IllegalArgumentException tooMuch) {
      throw new BadFileException(file, String.valueOf(tooMuch.getMessage()));
    }
  }
}
