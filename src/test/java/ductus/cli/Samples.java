package ductus.cli;

import ductus.music.midi.MidiWriter;
import ductus.workbench.ScoreFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small files to try commands on. */
final class Samples {
  private static final String ABC =
      """
      X:1
      T:%s
      M:3/4
      L:1/4
      Q:1/4=120
      K:G
      "G"G A B | "D7"A B c | "G"B A G | %s3 |]
      """;

  private Samples() {}

  /** A tune in ABC with a title. */
  static Path abc(Path file, String title) throws Exception {
    return abc(file, title, "G");
  }

  /** A tune in ABC that ends on a note. */
  static Path abc(Path file, String title, String lastNote) throws Exception {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, ABC.formatted(title, lastNote));
  }

  /** A MIDI file of the same tune. */
  static Path midi(Path file, String title, String lastNote) throws Exception {
    Path source =
        abc(file.resolveSibling("source-of-" + file.getFileName() + ".abc"), title, lastNote);
    Files.write(file, MidiWriter.write(ScoreFile.read(source)));
    Files.delete(source);
    return file;
  }

  /** A file that begins as MIDI and ends too early. */
  static Path broken(Path file) throws Exception {
    Files.createDirectories(file.getParent());
    return Files.write(file, new byte[] {'M', 'T', 'h', 'd', 0, 0, 0, 6, 0, 1});
  }
}
