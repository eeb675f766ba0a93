package ductus.studio.phone;

import ductus.file.AtomicFile;
import ductus.ink.scan.PhotoFile;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Pictures that came from a phone, numbered; none is ever replaced. */
final class PhoneInbox {
  private static final String NAME = "\\d{6}\\.(png|jpg)";
  private static final int MOST = 500;

  private final Path folder;

  PhoneInbox(Path folder) {
    this.folder = folder;
  }

  /** The names of the pictures, in the order in which they came. */
  List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.matches(NAME))
          .sorted()
          .toList();
    }
  }

  /**
   * Keeps a picture.
   *
   * @throws RequestException if it is none, or there is no room
   */
  synchronized String take(byte[] picture) throws IOException {
    List<String> names = names();
    if (names.size() >= MOST) {
      throw new RequestException(507, "there is no room for more than %d pictures".formatted(MOST));
    }
    if (!PhotoFile.isOne(picture)) {
      throw new RequestException(415, "only PNG and JPEG pictures are taken");
    }
    Files.createDirectories(folder);
    int last = names.isEmpty() ? 0 : Integer.parseInt(names.get(names.size() - 1).substring(0, 6));
    String name =
        String.format(Locale.ROOT, "%06d.%s", last + 1, picture[0] == (byte) 0x89 ? "png" : "jpg");
    AtomicFile.write(folder.resolve(name), picture);
    return name;
  }

  /**
   * A picture.
   *
   * @throws RequestException if there is none of this name
   */
  byte[] picture(String name) throws IOException {
    Path file = folder.resolve(name.matches(NAME) ? name : "none");
    if (!Files.isRegularFile(file)) {
      throw new RequestException(404, "there is no such picture any more");
    }
    return Files.readAllBytes(file);
  }
}
