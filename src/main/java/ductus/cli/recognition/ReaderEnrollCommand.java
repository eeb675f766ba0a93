package ductus.cli.recognition;

import ductus.cli.console.HandReading;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.SeedOption;
import ductus.file.BadFileException;
import ductus.ink.hand.Hand;
import ductus.ink.recognition.ReadingModels;
import ductus.ink.recognition.WriterIdentification;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.task.handwriting.synthesis.HandModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus reader enroll FOLDER... --model RUN}: the hands that are known by name. */
@Command(
    name = "enroll",
    description = {
      "Has a network that tells hands apart know the hands of some folders by name, in place of"
          + " those that it knew: by the mean embedding of lines that are composed of them.",
      ""
    })
public final class ReaderEnrollCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "Hands, also in folders below.")
  private List<Path> folders = List.of();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      required = true,
      description = "File or training run of a network that tells hands apart.")
  private String model = "";

  @Option(
      names = "--written-by",
      paramLabel = "MODEL",
      description = "Only the hands that this model writes, such as " + HandModel.SHIPPED + ".")
  private @Nullable String writer;

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private CommonOptions common = new CommonOptions();

  /** The hands that were enrolled, and the file that knows them. */
  private record Result(String file, List<String> hands) {}

  @Override
  public Integer call() throws BadFileException, IOException {
    HandReading.Read read = HandReading.read(folders, common.console());
    List<Hand> hands = read.folder().hands();
    if (writer != null) {
      List<String> written = HandModel.open(writer).network().config().styleNames();
      hands = hands.stream().filter(hand -> written.contains(hand.name())).toList();
    }
    if (hands.isEmpty()) {
      throw new BadFileException(folders.get(0), "holds no hand that " + writer + " writes");
    }
    try (Workers workers = new Workers(common.threads())) {
      WriterIdentification naming =
          new WriterIdentification(
              ReadingModels.hands(model).network(), KernelChoice.best(), workers);
      naming.enroll(hands, seed.orElse(1));
      Path file = ReadingModels.enrolled(model);
      naming.write(file);
      List<String> names = List.copyOf(naming.enrolled());
      common.console().print(String.format(Locale.ROOT, "%s: %d hands", file, names.size()));
      common.console().printJson(new Result(file.toString(), names));
    }
    return read.status();
  }
}
