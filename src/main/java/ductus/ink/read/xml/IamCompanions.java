package ductus.ink.read.xml;

import ductus.file.BadFileException;
import ductus.ink.read.source.InkSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that go with a line of the IAM-OnDB. For {@code
 * lineStrokes/a01/a01-000/a01-000u-01.xml}: its form's text in {@code
 * ascii/a01/a01-000/a01-000u.txt} and its form's own file, which names the writer, in {@code
 * original/a01/a01-000/strokesu.xml}. The folders may each stand in one called {@code ...-all}, as
 * the archives unpack, and the text may lie beside the line.
 */
final class IamCompanions {
  private static final Pattern LINE = Pattern.compile("(.+\\d)([a-z]?)-(\\d{2,3})\\.xml");
  private static final String LINES_FOLDER = "lineStrokes";

  private final Path file;
  private final Matcher name;

  IamCompanions(Path file) {
    this.file = file.toAbsolutePath().normalize();
    this.name = LINE.matcher(String.valueOf(file.getFileName()));
  }

  /**
   * Reads the text of the line; empty if no transcription is at hand.
   *
   * @throws BadFileException if there is one, but without this line
   */
  Optional<String> text() throws BadFileException, IOException {
    if (!name.matches()) {
      return Optional.empty();
    }
    Optional<Path> transcription = find(transcriptions());
    if (transcription.isEmpty()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(name.group(3));
    List<String> lines = correctedLines(InkSource.open(transcription.get()).text());
    if (number < 1 || number > lines.size()) {
      throw new BadFileException(
          file,
          "its transcription must have line %d after CSR: but %s has %d"
              .formatted(number, transcription.get(), lines.size()));
    }
    return Optional.of(lines.get(number - 1));
  }

  /** Reads who wrote the form; empty if its own file is not at hand. */
  Optional<String> writer() throws BadFileException, IOException {
    if (!name.matches()) {
      return Optional.empty();
    }
    Optional<Path> form = find(forms());
    return form.isPresent()
        ? IamReader.writer(XmlTree.read(InkSource.open(form.get())))
        : Optional.empty();
  }

  /** All places where the text or the form may be; none if the file is no line by its name. */
  List<Path> places() {
    return name.matches()
        ? Stream.of(transcriptions(), forms()).flatMap(List::stream).toList()
        : List.of();
  }

  private List<Path> transcriptions() {
    return candidates("ascii", name.group(1) + name.group(2) + ".txt");
  }

  private List<Path> forms() {
    return candidates("original", "strokes" + name.group(2) + ".xml");
  }

  private static Optional<Path> find(List<Path> candidates) {
    return candidates.stream().filter(Files::isRegularFile).findFirst();
  }

  private List<Path> candidates(String folder, String wanted) {
    List<Path> candidates = new ArrayList<>();
    candidates.add(file.resolveSibling(wanted));
    for (Path lines = file.getParent(); lines != null; lines = lines.getParent()) {
      if (lines.endsWith(LINES_FOLDER)) {
        Path place = lines.relativize(file).resolveSibling(wanted);
        candidates.add(lines.resolveSibling(folder).resolve(place));
        Path unpacked = lines.getParent();
        if (unpacked != null) {
          candidates.add(unpacked.resolveSibling(folder + "-all").resolve(folder).resolve(place));
          candidates.add(
              unpacked.resolveSibling(folder + "-xml-all").resolve(folder).resolve(place));
        }
      }
    }
    return candidates;
  }

  /**
   * The lines of a transcription as they were written, which stand after those that were asked for.
   */
  private static List<String> correctedLines(String text) {
    return text.lines()
        .dropWhile(line -> !line.strip().equals("CSR:"))
        .skip(1)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
