package ductus.task.handwriting.synthesis;

import ductus.ink.encoding.PenEncoding;
import ductus.ink.layout.WrittenLine;
import ductus.math.KernelChoice;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.pen.Alphabet;
import ductus.model.pen.OffsetScale;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenNetworkConfig;
import ductus.model.pen.PenStyle;
import ductus.task.handwriting.synthesis.NetworkLineWriter.LineReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Models of hands that never learned anything: their window moves on, and that is all. */
public final class TinyHands {
  private static final String ASCII =
      IntStream.rangeClosed('!', '~').mapToObj(Character::toString).collect(Collectors.joining());

  private TinyHands() {}

  /** Hands {@code one}, and {@code two} that lacks the digits. */
  private static PenNetworkConfig config(PenNetworkConfig.@Nullable TextWindow window) {
    return new PenNetworkConfig(
        window,
        List.of(
            new PenStyle("one", false, ASCII),
            new PenStyle("two", true, ASCII.replaceAll("\\d", ""))),
        4,
        new OffsetScale(0.05, 0, 0.25, 0.25),
        1,
        16,
        2,
        null);
  }

  /** Writes a model whose weights a seed decides. */
  public static Path write(Path file, long seed) throws IOException {
    return write(file, seed, new PenNetworkConfig.TextWindow(new Alphabet(" " + ASCII), 2, 6));
  }

  /** The same of one that scribbles. */
  public static Path writeFree(Path file, long seed) throws IOException {
    return write(file, seed, null);
  }

  private static Path write(Path file, long seed, PenNetworkConfig.@Nullable TextWindow window)
      throws IOException {
    PenNetwork network = new PenNetwork(config(window));
    network.initialize(Randomness.of(seed));
    ModelHeader<PenNetworkConfig> header =
        new ModelHeader<>(
            PenEncoding.NAME,
            PenEncoding.VERSION,
            network.config(),
            new ModelHeader.TrainingSummary("test", "nothing", null, seed, 0, 0),
            List.of());
    ModelFile.write(file, header, network);
    return file;
  }

  /** Writes lines in hand {@code one}, on one thread. */
  static List<WrittenLine> lines(
      HandModel model, long seed, Optional<LineReading> reader, List<String> texts) {
    try (Workers workers = new Workers(1)) {
      return writer(model, seed, reader, workers).write(texts);
    }
  }

  static NetworkLineWriter writer(
      HandModel model, long seed, Optional<LineReading> reader, Workers workers) {
    return new NetworkLineWriter(
        model,
        StyleChoice.of("one"),
        new PenManner(0, 0),
        seed,
        reader,
        KernelChoice.best(),
        workers);
  }
}
