package ductus.music.musicxml.read;

import ductus.file.BadFileException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Finds the score in a compressed MusicXML file, a zip archive whose {@value #CONTAINER} names it.
 * Nothing is unpacked to the disk; an archive with names that would leave its folder is refused all
 * the same.
 */
final class PackedMusicXml {
  private static final String CONTAINER = "META-INF/container.xml";
  private static final int MOST_ENTRIES = 1000;
  private static final int LONGEST_CONTAINER = 1 << 16;

  private final Path path;
  private final ZipFile archive;

  private PackedMusicXml(Path path, ZipFile archive) {
    this.path = path;
    this.archive = archive;
  }

  /** Reads the score's XML. */
  static byte[] read(Path path) throws BadFileException, IOException {
    try (ZipFile archive = new ZipFile(path.toFile())) {
      PackedMusicXml packed = new PackedMusicXml(path, archive);
      List<? extends ZipEntry> entries = packed.checked();
      return packed.content(packed.score(entries), MusicXmlReader.MAX_BYTES);
    } catch (ZipException | IllegalArgumentException e) {
      throw new BadFileException(path, "must be a sound zip archive but: " + e.getMessage());
    } catch (EOFException cut) {
      throw new BadFileException(path, "must be a sound zip archive but a file in it is cut short");
    }
  }

  private List<? extends ZipEntry> checked() throws BadFileException {
    if (archive.size() > MOST_ENTRIES) {
      throw new BadFileException(
          path,
          "the archive must have at most %d files but has %d"
              .formatted(MOST_ENTRIES, archive.size()));
    }
    List<? extends ZipEntry> entries = Collections.list(archive.entries());
    for (ZipEntry entry : entries) {
      String name = entry.getName().replace('\\', '/');
      if (name.startsWith("/")
          || name.matches("[A-Za-z]:.*")
          || List.of(name.split("/", -1)).contains("..")) {
        throw new BadFileException(
            path, "names in the archive must stay in it, unlike " + printable(entry.getName()));
      }
    }
    return entries;
  }

  /** The only score there is, whatever the container says, or else the one that it names. */
  private ZipEntry score(List<? extends ZipEntry> entries) throws BadFileException, IOException {
    List<ZipEntry> scores = new ArrayList<>();
    for (ZipEntry entry : entries) {
      if (!entry.getName().startsWith("META-INF/")
          && entry.getName().toLowerCase(Locale.ROOT).matches(".*\\.(musicxml|xml)")) {
        scores.add(entry);
      }
    }
    // Containers are often broken: some programs write names with quotes in them as they are.
    if (scores.size() == 1) {
      return scores.get(0);
    }
    ZipEntry container = archive.getEntry(CONTAINER);
    if (container == null) {
      throw new BadFileException(
          path, "not compressed MusicXML: the archive has no " + CONTAINER + " to name its score");
    }
    String name = rootFile(content(container, LONGEST_CONTAINER));
    ZipEntry score = archive.getEntry(name);
    if (score == null || score.isDirectory()) {
      throw new BadFileException(
          path, CONTAINER + " names " + printable(name) + ", which is not in the archive");
    }
    return score;
  }

  /** The first file that is not said to be something else, such as a picture of the score. */
  private String rootFile(byte[] container) throws BadFileException {
    XmlCursor xml = new XmlCursor(path, container);
    xml.next(0);
    int root = xml.depth();
    while (xml.next(root)) {
      int files = xml.depth();
      while (xml.next(files)) {
        String type = xml.attribute("media-type");
        boolean isScore = type.isEmpty() || type.startsWith("application/vnd.recordare.musicxml");
        if (xml.name().equals("rootfile") && isScore) {
          return xml.attribute("full-path");
        }
      }
    }
    throw new BadFileException(path, CONTAINER + " names no score");
  }

  private byte[] content(ZipEntry entry, int most) throws BadFileException, IOException {
    try (InputStream in = archive.getInputStream(entry)) {
      // What the archive says of a file's length may be a lie.
      byte[] content = entry.getSize() > most ? new byte[0] : in.readNBytes(most + 1);
      if (entry.getSize() > most || content.length > most) {
        throw new BadFileException(
            path, printable(entry.getName()) + " must have at most " + most + " bytes unpacked");
      }
      return content;
    }
  }

  private static String printable(String name) {
    return name.replaceAll("[^ -~\\p{L}]", "?");
  }
}
