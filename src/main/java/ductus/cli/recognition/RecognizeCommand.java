package ductus.cli.recognition;

import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandsOption;
import ductus.cli.option.OutOption;
import ductus.cli.pipe.Piped;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.recognition.InkLine;
import ductus.ink.recognition.LineReader;
import ductus.ink.recognition.ReadWord;
import ductus.ink.recognition.ReadingModels;
import ductus.ink.recognition.WriterIdentification;
import ductus.ink.render.SearchablePdf;
import ductus.ink.render.SearchablePdf.InkPage;
import ductus.ink.render.SearchablePdf.PlacedWord;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.reading.ReaderConfig;
import ductus.model.reading.ReaderNetwork;
import ductus.provenance.NewNames;
import ductus.provenance.OutputNames;
import ductus.task.handwriting.adaptation.AddedHands;
import ductus.task.handwriting.naming.HandEvidence;
import ductus.task.handwriting.naming.HandNaming;
import ductus.task.handwriting.naming.KnownHands;
import ductus.task.handwriting.synthesis.HandModel;
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
@Piped(in = "FILE")
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

  @Parameters(paramLabel = "FILE", description = "A file of ink; - is standard input.")
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
          "Also names the hand that each line is in, and all of them together, among those that"
              + " ship and those that were added. With"
              + " a model of your own, among the hands that were enrolled with it.")
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

  /** What was read; the PDF and the hand of all lines together where they were asked for. */
  record Result(
      String file,
      String format,
      List<Line> lines,
      @Nullable String hand,
      @Nullable Double likeness,
      @Nullable String pdf) {}

  /** A line; the hand where it was asked for. */
  record Line(
      String text, @Nullable String hand, @Nullable Double likeness, List<ReadWord> words) {}

  /**
   * A hand that ink looks like.
   *
   * @param likeness probability that it is the one, if one of those that are known is, 0 to 1; for
   *     networks of the user's that tell hands apart, the cosine between the embeddings
   */
  private record Likely(String hand, double likeness) {
    static Likely of(HandEvidence evidence) {
      HandEvidence.Likeliest likeliest = evidence.likeliest();
      return new Likely(likeliest.hand(), likeliest.probability());
    }
  }

  /**
   * What was read of all lines.
   *
   * @param hand of all of them together, where it was asked for and is known
   */
  private record Reading(List<Line> lines, Optional<Likely> hand) {}

  @Override
  public Integer call() throws BadFileException, IOException {
    if (beam < 0 || beam > MOST_BEAM) {
      throw common.wrongUsage("--beam must be 0 to " + MOST_BEAM + " but was " + beam);
    }
    if (to != null && !to.equals(PDF)) {
      throw common.wrongUsage("--to must be pdf but was " + to);
    }
    InkFile ink = InkFile.read(file);
    List<InkLine> lines = InkLine.of(ink.pieces());
    try (NewNames names = to == null ? NewNames.given(List.of()) : pdf();
        Workers workers = new Workers(common.threads())) {
      Reading read = read(lines, workers);
      for (Line line : read.lines()) {
        common.console().print(line.hand() == null ? line.text() : named(line));
      }
      Likely all = read.hand().orElse(null);
      if (all != null && lines.size() > 1) {
        common.console().say("all lines together: " + named(all.hand(), all.likeness()));
      }
      String pdf =
          to == null
              ? null
              : write(OutputNames.path(names.next(), ENDING), ink.pieces(), lines, read.lines())
                  .toString();
      if (pdf != null) {
        common.console().say("wrote " + pdf);
      }
      common
          .console()
          .printJson(
              new Result(
                  file.toString(),
                  ink.format().label(),
                  read.lines(),
                  all == null ? null : all.hand(),
                  all == null ? null : all.likeness(),
                  pdf));
    }
    return ExitStatus.DONE;
  }

  /**
   * The name of the file that is asked for, or a new one in a folder; there is no sidecar beside
   * it.
   */
  private NewNames pdf() throws IOException {
    Optional<Path> asked = out.path().filter(path -> path.toString().endsWith(ENDING));
    if (asked.isEmpty()) {
      return NewNames.of(out.path().orElse(null), "reading", List.of(ENDING));
    }
    Path path = asked.get();
    if (Files.exists(path)) {
      throw new FileAlreadyExistsException(path.toString());
    }
    String name = String.valueOf(path.getFileName());
    return NewNames.given(
        List.of(path.resolveSibling(name.substring(0, name.length() - ENDING.length()))));
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

  /** What speaks for each hand that is known, in each line. */
  private List<HandEvidence> hands(List<Handwriting> lines, List<String> texts, Workers workers)
      throws BadFileException, IOException {
    WriterIdentification drawn =
        ReadingModels.naming(ReadingModels.SHIPPED, KernelChoice.best(), workers);
    HandModel composed = HandModel.open(HandModel.SHIPPED);
    HandModel people = HandModel.open(HandModel.OF_PEOPLE);
    List<KnownHands> known = new ArrayList<>(List.of(KnownHands.of(people)));
    known.addAll(
        new AddedHands(added.folder())
            .known(
                drawn,
                List.of(people, composed),
                ENROLLING_SEED,
                broken -> common.console().warn("cannot name hands like " + broken.getMessage())));
    return new HandNaming(drawn, KnownHands.of(composed), known, KernelChoice.best(), workers)
        .evidence(lines, texts);
  }

  private static String named(Line line) {
    return String.format(Locale.ROOT, "%s\t(%s)", line.text(), named(line.hand(), line.likeness()));
  }

  private static String named(@Nullable String hand, @Nullable Double likeness) {
    return String.format(Locale.ROOT, "%s, %.2f", hand, likeness);
  }

  private Reading read(List<InkLine> lines, Workers workers) throws BadFileException, IOException {
    ModelFile<ReaderConfig, ReaderNetwork> opened = ReadingModels.reader(model);
    ReaderNetwork network = opened.network();
    LineReader.Decoding decoding =
        beam == 0 ? LineReader.Decoding.bestPath() : LineReader.Decoding.withWords(beam, opened);
    LineReader reader = new LineReader(network, decoding, KernelChoice.best(), workers);
    try {
      List<Handwriting> prepared = lines.stream().map(InkLine::prepared).toList();
      List<String> texts = reader.read(prepared);
      List<List<ReadWord>> words =
          ReadWord.in(lines.stream().map(InkLine::ink).toList(), prepared, texts, reader);
      if (!hand || lines.isEmpty()) {
        return new Reading(lines(texts, words, List.of()), Optional.empty());
      }
      if (!ReadingModels.READERS.contains(model)) {
        List<Likely> likely =
            ReadingModels.naming(model, KernelChoice.best(), workers).nearest(prepared).stream()
                .map(hands -> new Likely(hands.get(0).hand(), hands.get(0).likeness()))
                .toList();
        return new Reading(lines(texts, words, likely), Optional.empty());
      }
      List<HandEvidence> hands = hands(prepared, texts, workers);
      return new Reading(
          lines(texts, words, hands.stream().map(Likely::of).toList()),
          Optional.of(Likely.of(HandEvidence.together(hands))));
    } catch (IllegalArgumentException tooMuch) {
      throw new BadFileException(file, String.valueOf(tooMuch.getMessage()));
    }
  }

  private static List<Line> lines(
      List<String> texts, List<List<ReadWord>> words, List<Likely> hands) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Likely likely = hands.isEmpty() ? null : hands.get(i);
      lines.add(
          new Line(
              texts.get(i),
              likely == null ? null : likely.hand(),
              likely == null ? null : likely.likeness(),
              words.get(i)));
    }
    return lines;
  }
}
