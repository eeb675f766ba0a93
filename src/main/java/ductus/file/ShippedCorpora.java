package ductus.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code corpora} that ships: beside the launcher of a clone, or else a copy for this
 * user of what is in the jar, made when it is first needed.
 */
public final class ShippedCorpora {
  private static final String NAME = "corpora";
  private static final String RESOURCES = "ductus/" + NAME + "/";
  private static @Nullable Path temporary;

  private ShippedCorpora() {}

  /** The folder. */
  public static Path folder() throws IOException {
    Path beside = Home.launcher().map(each -> each.resolve(NAME)).orElse(null);
    return beside != null && Files.isDirectory(beside) ? beside : ofProgram();
  }

  /**
   * A folder or a file of the project, or any other.
   *
   * @param name relative to the project's folder, such as {@code corpora/melodies}, or absolute
   */
  public static Path resolve(String name) throws IOException {
    Path path = Path.of(name);
    return path.startsWith(NAME) && path.getNameCount() > 1
        ? folder().resolve(path.subpath(1, path.getNameCount()))
        : Home.folder().resolve(path);
  }

  private static synchronized Path ofProgram() throws IOException {
    CodeSource source = ShippedCorpora.class.getProtectionDomain().getCodeSource();
    try {
      Path program = source == null ? null : Path.of(source.getLocation().toURI());
      if (program != null && Files.isRegularFile(program)) {
        return ofJar(program, UserFolders.here().cache());
      }
      Path folder = program == null ? null : program.resolve(RESOURCES);
      if (folder != null && Files.isDirectory(folder)) {
        return folder;
      }
    } catch (URISyntaxException | IllegalArgumentException notOnDisk) {
      throw new IOException(lacking(), notOnDisk);
    }
    throw new IOException(lacking());
  }

  private static String lacking() {
    return "this build of Ductus lacks " + NAME;
  }

  /**
   * The copy of what is in a jar, by its content: two versions side by side have two.
   *
   * @param cache to make it in; null for a folder that goes when the program ends
   */
  static synchronized Path ofJar(Path jar, @Nullable Path cache) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> files =
          zip.stream()
              .filter(each -> each.getName().startsWith(RESOURCES) && !each.isDirectory())
              .toList();
      if (files.isEmpty()) {
        throw new IOException(lacking());
      }
      if (cache != null) {
        Path copy = cache.toAbsolutePath().resolve(NAME + "-" + digest(files));
        if (isWhole(copy, files)) {
          return copy;
        }
        try {
          return renew(zip, files, copy);
        } catch (IOException unwritable) {
          // Then for this run alone.
        }
      }
      return temporary(zip, files);
    }
  }

  private static Path renew(ZipFile zip, List<? extends ZipEntry> files, Path copy)
      throws IOException {
    Path aside = WholeFolder.aside(copy);
    try {
      Path whole = aside.resolve("whole");
      extract(zip, files, whole);
      if (!WholeFolder.rename(whole, copy) && !isWhole(copy, files)) {
        Files.move(copy, aside.resolve("broken"));
        WholeFolder.rename(whole, copy);
      }
      return copy;
    } finally {
      WholeFolder.delete(aside);
    }
  }

  private static Path temporary(ZipFile zip, List<? extends ZipEntry> files) throws IOException {
    Path known = temporary;
    if (known != null && isWhole(known, files)) {
      return known;
    }
    Path folder = Files.createTempDirectory("ductus-" + NAME);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    WholeFolder.delete(folder);
                  } catch (IOException left) {
                    // The system's own cleaning takes it.
                    return;
                  }
                }));
    extract(zip, files, folder);
    temporary = folder;
    return folder;
  }

  private static void extract(ZipFile zip, List<? extends ZipEntry> files, Path folder)
      throws IOException {
    for (ZipEntry file : files) {
      Path path = place(folder, file);
      AtomicFile.makeFolderOf(path);
      try (InputStream content = zip.getInputStream(file)) {
        Files.copy(content, path);
      }
    }
  }

  private static boolean isWhole(Path folder, List<? extends ZipEntry> files) throws IOException {
    for (ZipEntry file : files) {
      Path path = place(folder, file);
      if (!Files.isRegularFile(path) || Files.size(path) != file.getSize()) {
        return false;
      }
    }
    return true;
  }

  private static Path place(Path folder, ZipEntry file) throws IOException {
    Path path = folder.resolve(file.getName().substring(RESOURCES.length())).normalize();
    if (!path.startsWith(folder)) {
      throw new IOException(file.getName() + ": not within " + NAME);
    }
    return path;
  }

  private static String digest(List<? extends ZipEntry> files) {
    StringBuilder all = new StringBuilder();
    files.stream()
        .map(
            file ->
                String.format(
                    Locale.ROOT, "%s %d %x\n", file.getName(), file.getSize(), file.getCrc()))
        .sorted()
        .forEach(all::append);
    return Sha256.hex(all.toString().getBytes(StandardCharsets.UTF_8))
        .substring(0, 12)
        .toLowerCase(Locale.ROOT);
  }
}
