package ductus.same;

import ductus.file.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What files hold, by their paths, without the times that they tell. */
final class FileDigests {
  /** Ending of the file with a command's standard output. */
  static final String SAID = ".said";

  /** Ending of the file with a command's status and standard error, which promise nothing. */
  static final String COMPLAINED = ".complained";

  /** Times and speeds: of files whose names match, what matches is not looked at. */
  private static final List<Mask> MASKS =
      List.of(
          // Rows are written as time goes by.
          Mask.of(".*/(updates|lags)\\.csv", "(?s).+"),
          Mask.of(".*/metrics\\.csv", ",[^,\n]*,[^,\n]*$"),
          Mask.of("sweep/.*/results\\.csv", ",[^,\n]*$"),
          Mask.of("sweep/.*/runs\\.csv", ",[^,\n]*(?=,[^,\n]*,runs/)"),
          Mask.of(
              ".*\\.said",
              "\"(milliseconds_per_line|targets_per_second|epoch_seconds)\": [0-9.E-]+"),
          // A checkpoint's header has them, and so its length.
          Mask.of(
              ".*/state\\.safetensors",
              "(?s)\\A.{8}|\\\\\"(seconds|tokensPerSecond)\\\\\":[0-9.E-]+|(?<=\\}) +"));

  /** What tells a time. */
  private record Mask(Pattern files, Pattern time) {
    static Mask of(String files, String time) {
      return new Mask(Pattern.compile(files), Pattern.compile(time, Pattern.MULTILINE));
    }
  }

  private FileDigests() {}

  /**
   * Of all files below a folder.
   *
   * @param place a path that they may tell, and that is not looked at
   */
  static SortedMap<String, String> of(Path folder, Path place) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!name.endsWith(COMPLAINED)) {
          digests.put(name, Sha256.hex(masked(name, Files.readAllBytes(file), place)));
        }
      }
    }
    return digests;
  }

  private static byte[] masked(String name, byte[] content, Path place) {
    // A character a byte, so that nothing is lost of what is no text.
    String bytes = new String(content, StandardCharsets.ISO_8859_1);
    bytes = bytes.replace(asBytes(place.toString()), "");
    for (Mask mask : MASKS) {
      if (mask.files.matcher(name).matches()) {
        bytes = mask.time.matcher(bytes).replaceAll("");
      }
    }
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String asBytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
