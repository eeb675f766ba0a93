package ductus.cli.recognition;

import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandsOption;
import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.prepare.InkPreparation;
import ductus.ink.read.InkFile;
import ductus.ink.recognition.LineReader;
import ductus.ink.recognition.LineSplitting;
import ductus.ink.recognition.ReadingModels;
import ductus.ink.recognition.WriterIdentification;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.reading.ReaderConfig;
import ductus.model.reading.ReaderNetwork;
import ductus.task.handwriting.adaptation.AddedHands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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

  @Mixin private HandsOption added = new HandsOption();

  @Mixin private CommonOptions common;

  /** What was read; the hand where it was asked for. */
  record Result(String file, String format, List<Line> lines) {}

  /** A line. */
  record Line(String text, @Nullable String hand, @Nullable Double likeness) {}

  @Override
  public Integer call() throws BadFileException, IOException {
    if (beam < 0 || beam > MOST_BEAM) {
      throw common.wrongUsage("--beam must be 0 to " + MOST_BEAM + " but was " + beam);
    }
    InkFile ink = InkFile.read(file);
    InkPreparation preparation = InkPreparation.ofLines(PenEncoding.SPACING);
    List<Handwriting> lines = new ArrayList<>();
    for (Handwriting piece : ink.pieces()) {
      if (!piece.strokes().isEmpty()) {
        // What a label says is not looked at.
        for (Handwriting line : LineSplitting.of(Handwriting.of(piece.strokes()))) {
          lines.add(preparation.apply(line).ink());
        }
      }
    }
    try (Workers workers = new Workers(common.threads())) {
      Result result = new Result(file.toString(), ink.format().label(), read(lines, workers));
      for (Line line : result.lines()) {
        common.console().print(line.hand() == null ? line.text() : named(line));
      }
      common.console().printJson(result);
    }
    return ExitStatus.DONE;
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

  private List<Line> read(List<Handwriting> lines, Workers workers)
      throws BadFileException, IOException {
    ModelFile<ReaderConfig, ReaderNetwork> opened = ReadingModels.reader(model);
    ReaderNetwork network = opened.network();
    LineReader.Decoding decoding =
        beam == 0
            ? LineReader.Decoding.bestPath()
            : LineReader.Decoding.withWords(beam, LineReader.WordWeights.of(opened), network);
    LineReader reader = new LineReader(network, decoding, KernelChoice.best(), workers);
    try {
      List<String> texts = reader.read(lines);
      List<List<WriterIdentification.Nearest>> hands =
          hand && !lines.isEmpty() ? naming(workers).nearest(lines) : List.of();
      List<Line> read = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        WriterIdentification.Nearest nearest = hands.isEmpty() ? null : hands.get(i).get(0);
        read.add(
            new Line(
                texts.get(i),
                nearest == null ? null : nearest.hand(),
                nearest == null ? null : nearest.likeness()));
      }
      return read;
    } catch (IllegalArgumentException tooMuch) {
      throw new BadFileException(file, String.valueOf(tooMuch.getMessage()));
    }
  }
}
