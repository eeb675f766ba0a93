package ductus.cli;

import ductus.corpus.ScoreFile;
import ductus.music.midi.MidiWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** Small files to try commands on. */
final class SampleFiles {
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

  private SampleFiles() {}

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

  /** A MIDI file of 91 bytes with one note, 1.9 billion ticks long, each of which is a bar. */
  static Path countlessBars(Path file) throws Exception {
    String metre = "00FF580401071808";
    String wait = "FFFFFF7FFF0100";
    String track = metre + "00903C40" + wait.repeat(7) + "00803C40" + "00FF2F00";
    String length = String.format("%08X", track.length() / 2);
    String bytes = "4D546864000000060000000100014D54726B" + length + track;
    return Files.write(file, HexFormat.of().parseHex(bytes));
  }

  /** A file that begins as MIDI and ends too early. */
  static Path broken(Path file) throws Exception {
    Files.createDirectories(file.getParent());
    return Files.write(file, new byte[] {'M', 'T', 'h', 'd', 0, 0, 0, 6, 0, 1});
  }
}
