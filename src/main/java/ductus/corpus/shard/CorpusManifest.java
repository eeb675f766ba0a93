package ductus.corpus.shard;

import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.file.SavedName;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The manifest of a sharded corpus: {@code manifest.json} in its folder, which is written last.
 *
 * @param format {@value #FORMAT}
 * @param encoding name of the pieces' encoding
 * @param encodingVersion version of its tokens
 * @param folder where the files were, as it was asked for
 * @param program version of Ductus that wrote it
 * @param counts what became of the files
 * @param digest SHA-256 of the shards' own, one a line: the same pieces have the same digest
 * @param shards in the order of the pieces' hashes
 */
public record CorpusManifest(
    int format,
    String encoding,
    int encodingVersion,
    String folder,
    String program,
    Counts counts,
    String digest,
    List<Shard> shards) {
  /** Version of this format. */
  public static final int FORMAT = 2;

  /** The manifest's name. */
  public static final String FILE = "manifest.json";

  /** The folder of the shards. */
  public static final String SHARDS = "shards";

  /** Names what was left out, a line of JSON each with path and reason, sorted by path. */
  public static final String LEFT_OUT = "left-out.jsonl";

  /** Names duplicates, a line of JSON each with path and original, sorted by path. */
  public static final String DUPLICATES = "duplicates.jsonl";

  public CorpusManifest {
    if (format != FORMAT) {
      throw new IllegalArgumentException(
          "format of a corpus must be %d but was %d: write it anew with this program"
              .formatted(FORMAT, format));
    }
    if (shards.isEmpty()) {
      throw new IllegalArgumentException("a corpus must have shards but has none");
    }
    shards = List.copyOf(shards);
  }

  /**
   * The numbers of files, by what became of them.
   *
   * @param files that look like pieces; tunes of a file that holds several count each
   * @param pieces in the shards, each once
   * @param duplicates of a piece
   * @param leftOut because they cannot be used
   * @param tokens of all pieces that are held as tokens; of hands, points of the pen
   */
  public record Counts(long files, long pieces, long duplicates, long leftOut, long tokens) {}

  /**
   * A shard.
   *
   * @param name of its file
   * @param rows pieces in it
   * @param bytes of the file
   * @param sha256 of its rows, see {@link ShardRow#digested}: the order of some lists in a file of
   *     Parquet depends on the process that wrote it
   */
  public record Shard(String name, long rows, long bytes, String sha256) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Shard {
      SavedName.requirePlain("a shard", name);
    }
  }

  /** Whether a folder is a sharded corpus. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE)) && Files.isDirectory(folder.resolve(SHARDS));
  }

  /**
   * Checks what the pieces are.
   *
   * @param folder of the corpus, for the complaint
   * @param remedy what to do with a corpus of another encoding
   * @throws BadFileException if they are others
   */
  public void requireEncoding(Path folder, String name, int version, String remedy)
      throws BadFileException {
    if (!encoding.equals(name)) {
      throw new BadFileException(
          folder,
          "is a corpus of the encoding %s but %s is asked for; %s"
              .formatted(encoding, name, remedy));
    }
    if (encodingVersion != version) {
      throw new BadFileException(
          folder,
          "is a corpus of version %d of the encoding %s but this program has version %d; write it anew"
              .formatted(encodingVersion, name, version));
    }
  }

  /** Reads the manifest of a corpus. */
  public static CorpusManifest read(Path folder) throws BadFileException, IOException {
    return JsonFile.read(folder.resolve(FILE), CorpusManifest.class, "the manifest of a corpus");
  }
}
