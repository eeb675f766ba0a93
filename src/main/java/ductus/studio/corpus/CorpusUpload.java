package ductus.studio.corpus;

import ductus.corpus.ScoreFile;
import ductus.file.AtomicFile;
import ductus.file.Reasons;
import ductus.file.SavedName;
import ductus.ink.read.InkFormat;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes files into a corpus: music, texts and tables by their endings, ink by how it begins, also
 * in the gzip that Xournal++ packs its notes with. No archive is ever unpacked, no file
 * overwritten, or kept in part.
 */
final class CorpusUpload {
  /** Most files of a corpus. */
  static final int MOST_FILES = 5000;

  /** Most bytes of all files of a corpus. */
  static final long MOST_BYTES = 1L << 30;

  private static final Map<String, String> ARCHIVES =
      Map.of(
          "PK\u0003\u0004", "zip",
          "PK\u0005\u0006", "zip",
          "7z\u00bc\u00af", "7z",
          "Rar!", "rar",
          "BZh", "bzip2",
          "\u00fd7zXZ", "xz");
  private static final int BEGINNING = 8;

  /** What is said of a file of which nothing can be learned. */
  static final String NOTHING = "is neither MIDI, ABC, MusicXML, ink, text nor a table";

  private CorpusUpload() {}

  /**
   * A file that is given.
   *
   * @param corpus name of the corpus, made if it is missing
   * @param path of the file as the browser knows it, with the folders that were chosen
   * @param content in Base64
   */
  record UploadedFile(@Nullable String corpus, @Nullable String path, @Nullable String content) {}

  /**
   * The result of an upload.
   *
   * @param corpus as {@link CorpusFolder#id}; null if it was not taken
   * @param refusal why it was not taken; null if it was
   */
  record UploadResult(@Nullable String corpus, @Nullable String refusal) {}

  /**
   * Takes a file, unless it is nothing that can be learnt from.
   *
   * @throws RequestException if its path leads elsewhere, or the disk is full
   */
  static synchronized UploadResult take(Corpora corpora, UploadedFile given) throws IOException {
    if (given.corpus() == null || given.path() == null || given.content() == null) {
      throw new RequestException(400, "the request lacks corpus, path or content");
    }
    CorpusFolder folder = corpora.named(given.corpus().strip());
    String name = SafePath.of(given.path());
    byte[] content = Base64.getDecoder().decode(given.content());
    Optional<String> refusal =
        ScoreFile.MUSICXML.matches(Path.of(name)) ? Optional.empty() : archive(content);
    if (refusal.isEmpty()) {
      refusal = full(folder, content.length);
    }
    if (refusal.isPresent()) {
      return new UploadResult(null, refusal.get());
    }
    Path file = folder.path().resolve(name);
    for (int n = 2; Files.exists(file); n++) {
      if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
        return new UploadResult(folder.id(), "was there already, as " + folder.name(file));
      }
      file = folder.path().resolve(numbered(name, n));
    }
    if (!SavedName.isBelow(folder.path(), file)) {
      throw new RequestException(403, "the studio keeps to its corpora");
    }
    if (keep(folder, file, given.path(), content)) {
      return new UploadResult(folder.id(), null);
    }
    return new UploadResult(
        null,
        isGzip(content)
            ? "is a gzip archive without ink in it: unpack it, and choose what is in it"
            : NOTHING);
  }

  private static Optional<String> archive(byte[] content) {
    String beginning =
        new String(content, 0, Math.min(BEGINNING, content.length), StandardCharsets.ISO_8859_1);
    return ARCHIVES.entrySet().stream()
        .filter(archive -> beginning.startsWith(archive.getKey()))
        .map(
            archive ->
                "is a "
                    + archive.getValue()
                    + " archive, which the studio does not open: unpack it, and choose the folder")
        .findFirst();
  }

  private static boolean isGzip(byte[] content) {
    return content.length > 1 && content[0] == 0x1f && content[1] == (byte) 0x8b;
  }

  private static Optional<String> full(CorpusFolder folder, int more) throws IOException {
    if (!Files.isDirectory(folder.path())) {
      return Optional.empty();
    }
    List<Path> files = folder.files();
    long bytes = more;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    if (files.size() < MOST_FILES && bytes <= MOST_BYTES) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "has no room: a corpus has at most %d files and %d MB",
            MOST_FILES,
            MOST_BYTES >> 20));
  }

  private static String numbered(String name, int number) {
    int point = name.lastIndexOf('.');
    int end = point > name.lastIndexOf('/') ? point : name.length();
    return String.format(
        Locale.ROOT, "%s (%d)%s", name.substring(0, end), number, name.substring(end));
  }

  /** Writes it whole or not at all; false for what turns out to be no ink, and is not kept. */
  private static boolean keep(CorpusFolder folder, Path file, String given, byte[] content)
      throws IOException {
    boolean kept = false;
    try {
      AtomicFile.write(file, content);
      kept =
          (ScoreFile.KIND.matches(file) && !isGzip(content))
              || PlainText.read(file).isPresent()
              || InkFormat.isInk(file);
      return kept;
    } catch (IOException failed) {
      throw new RequestException(
          507,
          "%s could not be kept, and nothing of it is there; the files before it are whole: %s"
              .formatted(given, reason(file, content.length, failed)));
    } finally {
      if (!kept) {
        Files.deleteIfExists(file);
        deleteEmpty(folder, file);
      }
    }
  }

  private static String reason(Path file, int length, IOException failed) {
    Path there = file;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there.toFile().getUsableSpace() < length ? "the disk is full" : Reasons.of(failed);
  }

  /** Folders that were made for a file which did not stay. */
  private static void deleteEmpty(CorpusFolder folder, Path file) throws IOException {
    Path each = file.getParent();
    while (each != null && each.startsWith(folder.path()) && isEmpty(each)) {
      Files.deleteIfExists(each);
      each = each.getParent();
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }
}
