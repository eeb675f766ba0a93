package ductus.provenance;

import ductus.file.BadFileException;
import ductus.file.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run before this one has left where something is to be made. */
public final class FormerFiles {
  private FormerFiles() {}

  /**
   * Whether what is asked for is there already, as it was written. What a run that was killed has
   * left of it goes.
   *
   * @param stem path without an ending
   * @param same whether it is what is asked for
   * @throws BadFileException if something else is there, or its files were changed
   */
  public static <R> boolean areThere(
      ProvenanceKind<R> kind, Path stem, Predicate<Provenance<R>> same)
      throws BadFileException, IOException {
    Path sidecar = OutputNames.path(stem, OutputNames.SIDECAR);
    if (!Files.exists(sidecar)) {
      return false;
    }
    if (Files.size(sidecar) == 0) {
      deleteUnfinished(kind, stem);
      return false;
    }
    Provenance<R> former = kind.read(sidecar);
    if (!same.test(former)) {
      throw new BadFileException(
          sidecar, "is of something else: remove it with its files, or give another --out");
    }
    for (Map.Entry<String, String> file : former.files().entrySet()) {
      Path path = OutputNames.path(stem, file.getKey());
      if (!Files.isRegularFile(path) || !Sha256.hex(path).equals(file.getValue())) {
        throw new BadFileException(
            path, "was changed or removed: to have it again, remove " + sidecar.getFileName());
      }
    }
    return true;
  }

  /** Deletes the files of a stem, its still empty sidecar last. */
  private static void deleteUnfinished(ProvenanceKind<?> kind, Path stem) throws IOException {
    String endings =
        kind.endings().stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")"));
    Pattern file =
        Pattern.compile(
            "(" + Pattern.quote(String.valueOf(stem.getFileName())) + "(-\\d+)?)" + endings);
    Path folder = stem.toAbsolutePath().getParent();
    List<Path> all;
    try (Stream<Path> files = Files.list(folder)) {
      all = files.filter(Files::isRegularFile).toList();
    }
    Path sidecar = OutputNames.path(stem, OutputNames.SIDECAR);
    for (Path path : all) {
      Matcher match = file.matcher(String.valueOf(path.getFileName()));
      // A numbered page may be another's file whose name ends in a number.
      if (match.matches()
          && !path.getFileName().equals(sidecar.getFileName())
          && (match.group(2) == null
              || !Files.exists(path.resolveSibling(match.group(1) + OutputNames.SIDECAR)))) {
        Files.delete(path);
      }
    }
    Files.delete(sidecar);
  }
}
