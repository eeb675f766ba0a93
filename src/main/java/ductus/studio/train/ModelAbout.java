package ductus.studio.train;

import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.run.RunFolder;
import ductus.task.Report;
import ductus.task.Task;
import ductus.task.TrainingConfig;
import ductus.task.registry.Tasks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of itself, as {@code ductus inspect} tells it, and what its source says of who
 * may use it.
 *
 * @param bytes of its file
 * @param sha256 of its file, in hex
 * @param source path of what it learned from; null where it is not known
 * @param report for people, in lines
 * @param licences texts about the source's rights, that lie in it
 */
record ModelAbout(
    long bytes, String sha256, @Nullable String source, String report, List<Licence> licences) {
  private static final Pattern LICENCE =
      Pattern.compile("(licen[cs]e|copying|copyright|credits|sources|readme)([._-].*)?");
  private static final int LONGEST = 4000;
  private static final int MOST = 4;

  /**
   * A text about rights.
   *
   * @param name of its file
   * @param text its beginning
   */
  record Licence(String name, String text) {}

  /**
   * Tells about a model.
   *
   * @param model its file
   * @throws BadFileException if it is no model that this program knows
   */
  static ModelAbout of(Path model) throws BadFileException, IOException {
    FoundModel found = FoundModel.find(model.toString(), List.of());
    Task<?> task =
        Tasks.ofEncoding(found.encoding())
            .orElseThrow(() -> new BadFileException(model, "a model of an unknown kind"));
    Report report = task.inspect(found);
    Optional<Path> source = source(model.resolveSibling(RunFolder.CONFIG));
    return new ModelAbout(
        Files.size(model),
        found.sha256(),
        source.map(Path::toString).orElse(null),
        report.text(),
        source.isPresent() ? licences(source.get()) : List.of());
  }

  private static Optional<Path> source(Path config) throws IOException {
    Optional<Task<?>> task = Files.isRegularFile(config) ? Tasks.of(config) : Optional.empty();
    if (task.isEmpty()) {
      return Optional.empty();
    }
    try {
      TrainingConfig<?> settings = RunFolder.readConfig(config, task.get().configType());
      return Optional.of(Path.of(settings.learned().source()));
    } catch (BadFileException unreadable) {
      return Optional.empty();
    }
  }

  private static List<Licence> licences(Path source) throws IOException {
    Path folder = Files.isDirectory(source) ? source : source.getParent();
    List<Licence> found = new ArrayList<>();
    if (folder == null || !Files.isDirectory(folder)) {
      return found;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(ModelAbout::isLicence).sorted().limit(MOST).toList()) {
        found.add(new Licence(String.valueOf(file.getFileName()), beginning(file)));
      }
    }
    return found;
  }

  private static boolean isLicence(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return LICENCE.matcher(name).matches()
        && Files.isRegularFile(file)
        && !Files.isSymbolicLink(file);
  }

  private static String beginning(Path file) throws IOException {
    try (var content = Files.newInputStream(file)) {
      return new String(content.readNBytes(LONGEST), StandardCharsets.UTF_8);
    }
  }
}
